import { dateOf, londonMoment } from '#core/london-time.ts'
import { capacityWords } from '#features/bodies'
import type { AgendaItem, PublishedMeeting } from '#features/meetings'
import { areInvented, inventedMark, minuteHtml, minutesPdfAddress, resolvedInWords, stateInWords, type MinutesVersion } from '#features/minutes'
import { html, type Html } from '#platform/pages/html.ts'
import { councillorNumbers, markNumbers } from './numbers.ts'
import { dayWords } from './words.ts'
import { element, type Element } from './xml.ts'

type Minute = MinutesVersion['minutes']['minutes'][number]

/** The minute of an item; undefined where none is published. */
export function minuteOf(minutes: MinutesVersion | undefined, { number }: AgendaItem): Minute | undefined {
  return minutes?.minutes.minutes.find(({ item }) => item === number)
}

/** Whether it is published what was decided in an item that was for decision. */
export function isDecided({ kind }: AgendaItem, minute: Minute | undefined): boolean {
  return kind === 'decision' && minute !== undefined && minute.resolutions.length > 0
}

/** A minute as its page has it: these calls carry HTML as text. */
export function minuteBody(minutes: MinutesVersion | undefined, minute: Minute | undefined): string {
  return minute === undefined ? '' : String(html`${markOf(minutes)}${minuteHtml(minute, 3)}`).trim()
}

/** What was decided in an item that was for decision, as HTML. */
export function decisionBody(item: AgendaItem, minutes: MinutesVersion | undefined, minute: Minute | undefined): string {
  if (minute === undefined || !isDecided(item, minute)) return ''
  return String(html`${markOf(minutes)}${resolvedInWords(minute).lines.map((line) => html`<p>${line}</p>`)}`)
}

/** That the minutes are an example's own, before their words; nothing of others. */
function markOf(minutes: MinutesVersion | undefined): Html | undefined {
  return minutes !== undefined && areInvented(minutes.minutes) ? html`<p>${inventedMark}.</p>` : undefined
}

/** The PDF of the minutes, among documents that are linked; nothing where none is published. */
export function minutesDocument({ body, bodyName, date }: PublishedMeeting, minutes: MinutesVersion | undefined, origin: string): Element[] {
  if (minutes === undefined) return []
  const name = `${body}/${date}/minutes`
  const day = dayWords(date)
  return [
    element('linkeddoc', [
      element('attachmentid', markNumbers([name]).get(name) ?? 0),
      element('title', `Minutes, ${day} ${bodyName} (${stateInWords[minutes.minutes.state]})`),
      element('isurl', false),
      element('url', `${origin}${minutesPdfAddress(minutes)}`),
      element('isrestricted', false),
      element('restrictionsRef', ''),
      element('itemnum', 1),
      element('publicationdate', dayWords(dateOf(londonMoment(minutes.publishedAt.toISOString())))),
      element('meetingdate', day),
      element('decisiondate', day),
      element('committeetitle', bodyName),
      element('isdecisionattachment', false),
      element('ownertitle', bodyName),
    ]),
  ]
}

interface Attendee {
  readonly name: string
  readonly role: string
  readonly attendance: string
}

/** The members in office on the day, and whoever sat in the place of one. Of whom the minutes name neither among those present nor with apologies, no more is said than that they were expected. */
export function attendees({ members, body }: PublishedMeeting, minutes: MinutesVersion | undefined, origin: string): Element[] {
  const sitting = minutes?.minutes.sitting
  const substitutes = sitting?.present.filter(({ substituteFor }) => substituteFor !== undefined) ?? []
  const all: Attendee[] = [
    ...members.flatMap(({ person, capacity }) => (person === undefined ? [] : [{ name: person, role: capacityWords[capacity], attendance: attendanceOf(person, sitting) }])),
    ...substitutes.map(({ name, substituteFor }) => ({ name, role: `Substitute for ${substituteFor}`, attendance: 'Present' })),
  ]
  const numbers = councillorNumbers(all.map(({ name }) => name))
  return all.map(({ name, role, attendance }) =>
    element('attendee', [element('url', `${origin}/bodies/${body}`)], { membertype: 'U', memberid: String(numbers.get(name) ?? 0), name, roledescription: role, attendance, politicalparty: '', ward: '' }),
  )
}

function attendanceOf(person: string, sitting: MinutesVersion['minutes']['sitting']): string {
  if (sitting === undefined) return 'Expected'
  if (sitting.present.some(({ name, substituteFor }) => name === person && substituteFor === undefined)) return 'Present'
  return sitting.apologies.some(({ name }) => name === person) ? 'Apologies' : 'Expected'
}
