import { formatDate, formatTime, formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, timeOf, type LocalDateTime } from '#core/london-time.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import type { SpeakingRequest } from '../speaking-request.ts'
import type { SpeakersView } from './speakers-view.ts'

export function speakersAddress(id: string): string {
  return `/staff/meetings/${id}/speakers`
}

export function requestAddress({ meeting, id }: Pick<SpeakingRequest, 'meeting' | 'id'>): string {
  return `${speakersAddress(meeting)}/${id}`
}

/** The way to a page about speakers; its own page is the last, where `isBelow`. */
export function speakersCrumbs({ bodyName, facts, id }: SpeakersView, isBelow: boolean) {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: `${bodyName}, ${formatDay(facts.date)}`, href: `/staff/meetings/${id}` },
    ...(isBelow ? [{ text: 'Public speakers', href: speakersAddress(id) }] : []),
  ]
}

/** "9.30 am on 5 July 2023" */
export function momentWords(moment: LocalDateTime): string {
  return `${formatTime(timeOf(moment))} on ${formatDate(dateOf(moment))}`
}

const tags = {
  asked: statusTag('To decide', 'caution'),
  accepted: statusTag('Accepted', 'good'),
  declined: statusTag('Declined', 'neutral'),
  withdrawn: statusTag('Withdrawn', 'neutral'),
} as const

/** Where a request stands, and whether it came late. */
export function standingTags({ standing, isLate, hasSpoken }: SpeakingRequest): Html {
  return html`${tags[standing.state]} ${isLate && statusTag('Late', 'bad')} ${hasSpoken !== undefined && statusTag(hasSpoken ? 'Spoke' : 'Did not speak', 'neutral')}`
}

/** What is owed in writing, and by when: nothing where nothing was promised. */
export function responseState({ response }: SpeakingRequest, today: LocalDate): Html | undefined {
  if (response.state === 'none') return undefined
  if (response.state === 'published') return html`${statusTag('Answered', 'good')}`
  if (response.due === undefined) return html`${statusTag('Response owed', 'caution')}`
  return response.due < today ? html`${statusTag('Response overdue', 'bad')} since ${formatDate(response.due)}` : html`${statusTag('Response due', 'caution')} ${formatDay(response.due)}`
}
