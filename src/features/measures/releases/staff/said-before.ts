import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { CheckItem, CheckKind } from '../checks/check-item.ts'
import { newSince } from '../checks/finding-marks.ts'
import type { LastCheck } from '../model/release-draft.ts'

/** What stands in the field of a reason before anybody types, and what is said beside it. */
export interface SaidBefore {
  readonly value: string
  readonly hint?: { readonly text: Html }
}

/** The reason that was given at the last check: it stands again where the same is found and no more, and beside an empty field where something is new, since it was given for something else. */
export function saidBefore(kind: CheckKind, found: readonly CheckItem[], last: LastCheck | undefined): SaidBefore {
  const reason = last?.reasons.find(({ warning }) => warning === kind)?.reason
  if (last === undefined || reason === undefined) return { value: '' }
  const unseen = newSince(last, found).filter((item) => item.kind === kind).length
  const before = html`On ${formatDate(last.on)} the reason was: “${userText(reason)}”`
  if (last.found === undefined) return { value: '', hint: { text: before } }
  if (unseen === 0) return { value: reason, hint: { text: html`As it was given on ${formatDate(last.on)}, for the same findings.` } }
  return { value: '', hint: { text: html`${countOf(unseen, 'findings')} ${unseen === 1 ? 'is' : 'are'} new since then. ${before}` } }
}
