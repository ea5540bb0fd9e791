import { isDeepStrictEqual } from 'node:util'
import { formatDate } from '#core/date-words.ts'
import type { Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffRequest } from '#access/staff/staff-page.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Confirmation } from '../verbs/turns.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { lookAtMinutes, minutesAt, minutesCrumbs } from './taking-view.ts'

type Signature = NonNullable<MinutesInWork['signed']>

/** What somebody records of minutes once and for all. */
type Recorded = { readonly turn: 'confirmed'; readonly facts: Confirmation } | { readonly turn: 'signed'; readonly facts: Signature }

/** What stands of the same, in the same shape; undefined while nothing does. */
function standingOf({ confirmed, signed }: Pick<MinutesInWork, 'confirmed' | 'signed'>, turn: Recorded['turn']): Confirmation | Signature | undefined {
  return turn === 'signed' ? signed : confirmed && { on: confirmed.on, item: confirmed.item, amended: confirmed.amended ?? '' }
}

function tidied({ turn, facts }: Recorded): Confirmation | Signature {
  return turn === 'signed' ? { by: facts.by.trim(), on: facts.on } : { on: facts.on, item: facts.item, amended: facts.amended.trim() }
}

/**
 * What is said to whoever records a confirmation or a signature that stands already: of the same facts, that it is done; of others, what stands, beside what was
 * typed, as a conflict. Undefined where none stands.
 */
export async function recordedMeanwhile(request: StaffRequest, recorded: Recorded, { kind }: Refusal): Promise<StaffAnswer | undefined> {
  if (kind !== 'not-now' && kind !== 'conflict' && kind !== 'invalid') return undefined
  const found = await lookAtMinutes(request)
  const standing = found.ok ? standingOf(found.value.composed.minutes, recorded.turn) : undefined
  if (!found.ok || standing === undefined) return undefined
  const view = found.value
  const typed = tidied(recorded)
  if (isDeepStrictEqual(standing, typed)) return { kind: 'moved', to: `${minutesAt(view.meeting)}?done=${recorded.turn}-already` }
  const refusal: Refusal = { kind: 'conflict', message: `It was recorded meanwhile that these minutes are ${recorded.turn}, otherwise than you have it. Nothing of yours was recorded.`, faults: [] }
  const rows = [
    { key: 'What stands', value: inWords(standing) },
    { key: 'What you had', value: inWords(typed) },
  ]
  const body = html`${faultSummary(refusal)}${summaryList({ rows })}
<p class="govuk-body">What stands cannot be changed here, and the audit says who recorded it. What is wrong in it is put right by a resolution of a later meeting.</p>
<p class="govuk-body">${link(minutesAt(view.meeting), 'The minutes as they stand')}</p>`
  return { kind: 'page', title: 'Recorded otherwise meanwhile', body, crumbs: minutesCrumbs(view, true), status: 409, hasFaults: true }
}

function inWords(facts: Confirmation | Signature) {
  if ('by' in facts) return html`Signed by ${userText(facts.by)} on ${formatDate(facts.on)}`
  const amended = facts.amended === '' ? 'as they stood' : html`with this amendment: ${userText(facts.amended)}`
  return html`Confirmed at the meeting of ${formatDate(facts.on)}, item ${facts.item}, ${amended}`
}
