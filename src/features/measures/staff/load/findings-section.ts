import type { Reader } from '#platform/database/database.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { nationalAreas } from '../../comparators/area.ts'
import { areasByCode } from '../../comparators/keep-areas.ts'
import { allDefinitions } from '../../definitions/keep-definitions.ts'
import { breakdownInWords, slugInWords } from '../../measure-pages/measure-words.ts'
import { findingKinds, mostKept, type Finding, type FindingKind } from '../../observations/loading/findings.ts'
import { periodName } from '../../sheets/shown.ts'
import { figureAddress } from '../addresses.ts'

const kindWords: Readonly<Record<FindingKind, string>> = {
  slip: 'Far from what is usual',
  apart: 'Parts that do not add up to their whole',
  otherwise: 'Read otherwise by the public',
  overtaken: 'Rows that say what stood once, and were left',
}

/** So many of a kind are in sight; the rest are one press away. */
const inSight = 20

/** In what words a figure is called. Two queries. */
export async function figureWords(reader: Reader): Promise<(figure: Finding['figure']) => string> {
  const definitions = await allDefinitions(reader)
  const areas = await areasByCode(reader)
  return ({ measure, area, breakdown, period }) => {
    const definition = definitions.get(measure)?.at(-1)
    const place = areas.get(area)
    const other = place?.isOwn === true ? undefined : (place?.name ?? nationalAreas.find(({ code }) => code === area)?.name ?? slugInWords(area))
    const parts = [other, breakdown === '' ? undefined : breakdownInWords(breakdown)].filter((part) => part !== undefined)
    return `${definition?.name ?? slugInWords(measure)}, ${periodName(period, definition)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`
  }
}

function addressOf({ measure, area, breakdown, period }: Finding['figure']): string {
  return figureAddress(measure, { area, breakdown, period })
}

/** What of a load is worth a look, by kind and in the order of the rows, each with the way to its figure. */
export function findingsSection(findings: readonly (Finding & { readonly isChangedSince?: boolean })[], wordsOf: (figure: Finding['figure']) => string): Html | undefined {
  if (findings.length === 0) return undefined
  const files = new Set(findings.map(({ file }) => file))
  const placeOf = ({ file, row }: Finding) => (row === undefined ? '' : files.size > 1 ? `${file}, row ${row}: ` : `Row ${row}: `)
  const foundIn = ({ found, field }: Finding) => found !== undefined && html`, ${field !== undefined && field !== 'value' && html`${field} `}“${userText(found)}”`
  const item = (finding: (typeof findings)[number]) => html`<li>${userText(placeOf(finding))}${link(addressOf(finding.figure), userText(wordsOf(finding.figure)))}${foundIn(finding)}. ${userText(finding.message)}${finding.isChangedSince === true && html` <strong>Changed since.</strong>`}</li>`
  const list = (some: typeof findings) => html`<ul class="govuk-list govuk-list--bullet">${some.map(item)}</ul>`
  const ofKind = (kind: FindingKind) => {
    const all = findings.filter((finding) => finding.kind === kind)
    const rest = all.slice(inSight)
    return all.length > 0 && html`<h3 class="govuk-heading-s">${kindWords[kind]}: ${all.length}</h3>
${list(all.slice(0, inSight))}${rest.length > 0 && details({ summary: `The other ${rest.length}`, content: list(rest) })}${all.length >= mostKept && html`<p class="govuk-body">There may be more: the first ${mostKept.toLocaleString('en-GB')} are kept. The check of a release names all that it would publish.</p>`}`
  }
  return html`<h2 class="govuk-heading-m" id="look">Figures to look at</h2><p class="govuk-body">They are loaded unless it says otherwise. Correct on its page what is wrong.</p>
${findingKinds.map(ofKind)}`
}
