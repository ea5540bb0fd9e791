import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { mayBeAdjourned } from './read-adjournment.ts'
import { mayBeCalledOff, type MeetingAtHand } from './meeting-at-hand.ts'

interface TurnOffered {
  readonly text: string
  readonly href: string
}

/** The turns that the meeting may still take: another day, a cancellation, an adjournment. */
export function turnsOf(found: Pick<MeetingAtHand, 'meeting'>, today: LocalDate): TurnOffered[] {
  const address = `/staff/meetings/${found.meeting.id}`
  const calledOff = mayBeCalledOff(found).ok && [
    { text: 'Move the meeting to another day', href: `${address}/move` },
    { text: 'Cancel the meeting', href: `${address}/cancel` },
  ]
  const adjourned = mayBeAdjourned(found, today).ok && [{ text: 'Adjourn the meeting to another day', href: `${address}/adjourn` }]
  return [...(calledOff || []), ...(adjourned || [])]
}

/** The ways to them; undefined where there is none. */
export function turnsOffered(found: Pick<MeetingAtHand, 'meeting'>, today: LocalDate): Html | undefined {
  const ways = turnsOf(found, today)
  return ways.length === 0 ? undefined : html`<ul class="govuk-list">${ways.map(({ href, text }) => html`<li>${link(href, text)}</li>`)}</ul>`
}
