import { Feed } from 'feed'
import { formatDay } from '#core/date-words.ts'
import { addMonths } from '#core/dates.ts'
import { escapeHtml } from '#platform/pages/html.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { bodyNames } from '#features/bodies'
import { meetingAddress } from '../record/meeting.ts'
import { calendarText } from './calendar-text.ts'
import { statusInWords, whenInWords } from '../record/meeting-words.ts'
import { meetingsInList } from '../publication/published-meetings.ts'

const mostInFeed = 500
const newest = 50

/** `/meetings.ics`: meetings from a year back on, for calendars that subscribe; `?body=` for one body. */
export async function calendarFeed(request: PublicRequest): Promise<Answer> {
  const body = await knownBody(request)
  if (body === null) return noSuchBody
  const meetings = await meetingsInList(request.read, { body: body?.slug, from: addMonths(request.today, -12), order: 'first-to-last', limit: mostInFeed })
  const text = calendarText(body === undefined ? 'Meetings' : body.name, meetings, (meeting) => `${request.origin}${meetingAddress(meeting)}`)
  return { kind: 'file', contentType: 'text/calendar; charset=utf-8', body: text, filename: 'meetings.ics' }
}

/** `/meetings.atom`: agendas as they are published, the newest first; `?body=` for one body. */
export async function newsFeed(request: PublicRequest): Promise<Answer> {
  const body = await knownBody(request)
  if (body === null) return noSuchBody
  const meetings = await meetingsInList(request.read, { body: body?.slug, withAgenda: true, order: 'newest-first', limit: newest })
  const { origin, publisher } = request
  const self = `${origin}/meetings.atom${body === undefined ? '' : `?body=${body.slug}`}`
  const latest = meetings[0]?.publishedAt
  const feed = new Feed({
    id: self,
    title: escapeHtml(body === undefined ? 'Agendas and papers' : `Agendas and papers: ${body.name}`),
    // RFC 4287 asks for an author.
    author: { name: publisher ?? new URL(origin).host, link: origin },
    link: body === undefined ? `${origin}/meetings` : `${origin}/bodies/${body.slug}`,
    feedLinks: { atom: self },
    copyright: '',
    generator: 'Golden Thread',
    updated: new Date(latest ?? `${request.today}T00:00:00Z`),
  })
  for (const meeting of meetings) {
    const link = `${origin}${meetingAddress(meeting)}`
    feed.addItem({
      id: link,
      link,
      title: escapeHtml(`${meeting.bodyName}, ${formatDay(meeting.date)}`),
      description: escapeHtml(`${meeting.note} ${statusInWords(meeting.status, meeting.movedTo)}${meeting.movedTo === undefined ? ':' : ' from'} ${whenInWords(meeting)}${meeting.venue === undefined ? '' : `, ${meeting.venue}`}.`),
      date: new Date(meeting.publishedAt),
    })
  }
  return { kind: 'file', contentType: 'application/atom+xml; charset=utf-8', body: feed.atom1() }
}

/** The body asked for, undefined where none is, null where there is no such body. */
async function knownBody(request: PublicRequest): Promise<{ slug: string; name: string } | undefined | null> {
  const slug = request.query.get('body') ?? ''
  if (slug === '') return undefined
  const name = (await bodyNames(request.read)).get(slug)
  return name === undefined ? null : { slug, name }
}

const noSuchBody = { kind: 'not-found', message: 'No body has this address word. The list of bodies has them all.' } as const satisfies Answer
