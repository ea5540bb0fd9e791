import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { figureAddress } from '../../staff/addresses.ts'
import { checkKinds, isError, warningsIn, type CheckItem, type CheckKind } from '../checks/check-item.ts'
import { newSince } from '../checks/finding-marks.ts'
import type { KeptReason, LastCheck } from '../model/release-draft.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'

interface Known {
  /** With which it goes out. */
  readonly reasons: readonly KeptReason[]
  readonly last: LastCheck | undefined
}

/** What was found, an error or a warning a heading, each with what to do and whether it is new since the last check; beside a warning the reason with which it goes out. */
export function checkSection({ found, entries }: Pick<ReleasePreview, 'found' | 'entries'>, { reasons, last }: Known): Html {
  const periods = new Map(entries.map(({ measure, sheet }) => [measure, sheet.asOf]))
  const errors = [...new Set(found.filter(isError).map(({ kind }) => kind))]
  const warnings = warningsIn(found)
  const unseen = new Set(last === undefined ? [] : newSince(last, found))
  return html`<h2 class="govuk-heading-m" id="errors">What was found</h2>
${errors.length + warnings.length === 0 && html`<p class="govuk-body">Nothing stands in the way.</p>`}
${errors.map((kind) => group(kind, { found, periods, isNew: () => false }))}${warnings.map((kind) => group(kind, { found, periods, isNew: (item) => unseen.has(item), kept: reasons.find(({ warning }) => warning === kind) }))}`
}

/** So many are listed under one heading; the rest are counted. */
const mostListed = 40

interface Group {
  readonly found: readonly CheckItem[]
  /** Which period of each measure is judged. */
  readonly periods: ReadonlyMap<string, string>
  /** Whether it was not there at the last check. */
  readonly isNew: (item: CheckItem) => boolean
  readonly kept?: KeptReason | undefined
}

function group(kind: CheckKind, { found, periods, isNew, kept }: Group): Html {
  const items = found.filter((item) => item.kind === kind).toSorted((one, other) => Number(isNew(other)) - Number(isNew(one)))
  return html`<h3 class="govuk-heading-s">${isError({ kind }) ? statusTag('Stops it', 'bad') : statusTag('Warning', 'caution')} ${checkKinds[kind][1]}</h3>
<ul class="govuk-list govuk-list--bullet">${items.slice(0, mostListed).map((item) => html`<li>${isNew(item) && html`<strong>New since the last check:</strong> `}${userText(item.message)}${wayTo(item, periods)}</li>`)}${items.length > mostListed && html`<li>and ${items.length - mostListed} more</li>`}</ul>
${kept !== undefined && insetText({ text: html`${items.some(isNew) ? 'Said at the last check, and not of what is new' : 'Goes out all the same'}: ${userText(kept.reason)}` })}`
}

/** What an owner says is put right where they say it. */
const ofCommentary: readonly CheckKind[] = ['exception-unconfirmed', 'unconfirmed', 'claim-unsupported', 'claim-set-aside', 'number-hidden', 'number-in-words', 'person-named']

/** Where it can be put right. */
function wayTo({ kind, measure, figure }: CheckItem, periods: ReadonlyMap<string, string>): Html | undefined {
  const period = periods.get(measure ?? '')
  if (measure === undefined || kind === 'unknown-measure' || kind === 'protection') return undefined
  const hidden = (text: string) => html`${text}<span class="govuk-visually-hidden"> of ${measure}</span>`
  if (figure !== undefined) return html` ${link(figureAddress(measure, figure), html`Its figure<span class="govuk-visually-hidden"> of ${measure} in ${figure.period}</span>`)}`
  if (!ofCommentary.includes(kind)) return html` ${link(`/staff/measures/${measure}`, hidden('Its figures'))}`
  return period === undefined ? undefined : html` ${link(`/staff/commentary/${measure}/${period}`, hidden('Its commentary'))}`
}
