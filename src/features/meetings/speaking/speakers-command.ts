import { formatDay } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { command, wrongUsage } from '#platform/command/command.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { chairList, type CalledSpeaker } from './chair-list.ts'
import { speakersOf, type SpeakersView } from './pages/speakers-view.ts'
import { slotsOf } from './slots.ts'

/** `speakers BODY DATE`: the list of public speakers for the chair. */
export const speakersCommand = command({
  name: 'speakers',
  summary: 'List who speaks at a meeting, in order, for the chair',
  description: 'The accepted speakers with their slots, and how many requests still wait for a decision. Nothing of how to reach them.\n\nFor example: speakers cabinet 2023-07-07',
  needs: 'application',
  arguments: [
    { name: 'body', summary: 'the address word of the body, e.g. cabinet' },
    { name: 'date', summary: 'the day of the meeting, e.g. 2023-07-07' },
  ],
  run: async (input, _io, app: MeetingsApp) => {
    const [body = '', day = ''] = input.words
    const date = parseDate(day)
    if (date === undefined) return wrongUsage(`${JSON.stringify(day)} is not a day. Give it as 2023-07-07.`)
    const found = await speakersAt(app.context(), body, date)
    return found.ok ? ok(answer(found.value)) : found
  },
})

/** Who asked to speak at the meeting of this body on this day, for whoever may see it. */
export function speakersAt(context: Context, body: string, date: LocalDate): Promise<Outcome<SpeakersView>> {
  return look(context, { verb: 'speaking.see', subject: { kind: 'meeting', id: `${body.slice(0, 200)}/${date}` } }, async (reader): Promise<Outcome<SpeakersView>> => {
    const id = await meetingIdOn(reader, body, date)
    return id === undefined ? refuse('not-found', `There is no meeting of ${body} on ${formatDay(date)}.`) : speakersOf(reader, context, id)
  })
}

/** The list for the chair: the accepted speakers with their slots, and how many requests wait. Nothing of how to reach them. */
export function chairFacts({ requests, meeting, facts }: SpeakersView) {
  const speakers = chairList(requests, meeting?.participation)
  const undecided = requests.filter(({ standing }) => standing.state === 'asked').length
  const slots = meeting?.participation === undefined ? undefined : slotsOf(meeting.participation, speakers.length)
  return { body: facts.body, date: facts.date, undecided, ...given('slots', slots), speakers }
}

function answer(view: SpeakersView) {
  const { bodyName, facts } = view
  const json = chairFacts(view)
  const { speakers, undecided, slots } = json
  const lines = [
    `${bodyName}, ${formatDay(facts.date)}`,
    ...(slots === undefined ? [] : [slots.words, ...(slots.warning === undefined ? [] : [slots.warning])]),
    ...(undecided === 0 ? [] : [`${undecided} ${undecided === 1 ? 'request waits' : 'requests wait'} for a decision.`]),
    '',
    ...(speakers.length === 0 ? ['Nobody is accepted to speak.'] : speakers.map((speaker) => lineOf(speaker))),
  ]
  return { text: lines.join('\n'), json }
}

function lineOf({ place, name, onBehalf, item, slot }: CalledSpeaker): string {
  const time = slot === undefined ? '' : `, minutes ${slot.from} to ${slot.to}`
  return `${place}. ${name}${onBehalf === undefined ? '' : `, for ${onBehalf}`}: item ${item.number}, ${item.title}${time}`
}
