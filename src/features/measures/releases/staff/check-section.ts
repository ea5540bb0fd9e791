import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link, userText } from '#platform/pages/text.ts'
import { checkKinds, isError, warningsIn, type CheckItem, type CheckKind } from '../checks/check-item.ts'
import type { KeptReason } from '../model/release-draft.ts'
import type { ReleasePreview } from '../preview/release-preview.ts'

/** What was found, an error or a warning a heading, each with what to do; beside a warning the reason with which it goes out. */
export function checkSection({ found, entries }: Pick<ReleasePreview, 'found' | 'entries'>, reasons: readonly KeptReason[]): Html {
  const periods = new Map(entries.map(({ measure, sheet }) => [measure, sheet.asOf]))
  const errors = [...new Set(found.filter(isError).map(({ kind }) => kind))]
  const warnings = warningsIn(found)
  return html`<h2 class="govuk-heading-m" id="errors">What was found</h2>
${errors.length + warnings.length === 0 && html`<p class="govuk-body">Nothing stands in the way.</p>`}
${errors.map((kind) => group(kind, { found, periods }))}${warnings.map((kind) => group(kind, { found, periods, kept: reasons.find(({ warning }) => warning === kind) }))}`
}

/** So many are listed under one heading; the rest are counted. */
const mostListed = 40

interface Group {
  readonly found: readonly CheckItem[]
  /** Which period of each measure is judged. */
  readonly periods: ReadonlyMap<string, string>
  readonly kept?: KeptReason | undefined
}

function group(kind: CheckKind, { found, periods, kept }: Group): Html {
  const items = found.filter((item) => item.kind === kind)
  return html`<h3 class="govuk-heading-s">${isError({ kind }) ? statusTag('Stops it', 'bad') : statusTag('Warning', 'caution')} ${checkKinds[kind][1]}</h3>
<ul class="govuk-list govuk-list--bullet">${items.slice(0, mostListed).map((item) => html`<li>${userText(item.message)}${wayTo(item, periods)}</li>`)}${items.length > mostListed && html`<li>and ${items.length - mostListed} more</li>`}</ul>
${kept !== undefined && insetText({ text: html`Goes out all the same: ${userText(kept.reason)}` })}`
}

/** What an owner says is put right where they say it. */
const ofCommentary: readonly CheckKind[] = ['exception-unconfirmed', 'unconfirmed', 'claim-unsupported', 'number-hidden', 'number-in-words']

/** Where it can be put right. */
function wayTo({ kind, measure }: CheckItem, periods: ReadonlyMap<string, string>): Html | undefined {
  const period = periods.get(measure ?? '')
  if (measure === undefined || kind === 'unknown-measure' || kind === 'protection') return undefined
  const hidden = (text: string) => html`${text}<span class="govuk-visually-hidden"> of ${measure}</span>`
  if (!ofCommentary.includes(kind)) return html` ${link(`/staff/measures/${measure}`, hidden('Its figures'))}`
  return period === undefined ? undefined : html` ${link(`/staff/commentary/${measure}/${period}`, hidden('Its commentary'))}`
}
