import { formatDay } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { command, wrongUsage, type CommandAnswer, type CommandOutcome } from '#platform/command/command.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'
import { meetingIdOn } from '../work/read-work.ts'
import { askPublication, proposePublication } from './ask-publication.ts'
import type { PublicationKind } from './changes-since.ts'
import { findingInWords, nothingChanged } from './decide-publication.ts'
import { runPublication } from './run-publication.ts'
import type { Proposal } from './to-publish.ts'

const meetingArguments = [
  { name: 'body', summary: 'the address word of the body, e.g. cabinet' },
  { name: 'date', summary: 'the day of the meeting, e.g. 2023-07-07' },
] as const

/** `ready BODY DATE`: whether a meeting can be published as it stands, and what would be. */
export const readyCommand = command({
  name: 'ready',
  summary: 'Say whether a meeting can be published, and what stands in the way',
  needs: 'application',
  arguments: meetingArguments,
  run: async (input, _io, app: MeetingsApp) => {
    const found = await named(input.words, app)
    if (!('value' in found)) return found
    const proposal = await proposePublication(app.context(), app, found.value)
    return proposal.ok ? ok(readyAnswer(proposal.value)) : proposal
  },
})

function readyAnswer(proposal: Proposal): CommandAnswer {
  const { findings, kind, clearDays, isFirst } = proposal
  const stops = findings.filter((finding) => finding.severity === 'stops')
  const told = findings.filter((finding) => finding.severity === 'told')
  const isReady = stops.length === 0 && kind !== undefined
  const asks = kind === undefined ? (stops.length === 0 ? nothingChanged(proposal).toLowerCase() : 'not ready') : `${isReady ? 'ready' : 'not ready'} to publish: ${kind}`
  const late = isFirst || proposal.lateItems.length > 0 ? [clearDays.words] : []
  const text = [asks, ...late, ...stops.map((finding) => `stops: ${findingInWords(finding)}`), ...told.map((finding) => `to know: ${findingInWords(finding)}`)].join('\n')
  return { text, json: readinessFacts(proposal), ...(isReady ? {} : { foundFault: true }) }
}

/** Whether a meeting can be published as it stands, for programs. */
export function readinessFacts({ findings, kind, clearDays, standing }: Proposal) {
  const stops = findings.filter((finding) => finding.severity === 'stops')
  return {
    isReady: stops.length === 0 && kind !== undefined,
    kind: kind ?? null,
    version: standing?.version ?? null,
    clearWorkingDays: clearDays.left ?? null,
    isLate: clearDays.isLate,
    stops: stops.map(findingInWords),
    told: findings.filter((finding) => finding.severity === 'told').map(findingInWords),
  }
}

export const kindsToAsk = ['supplement', 'correction', 'withdrawal', 'release'] as const satisfies readonly PublicationKind[]

/** `publish BODY DATE`: publishes a meeting as it stands, by the same rules as the page. */
export const publishCommand = command({
  name: 'publish',
  summary: 'Publish a meeting as it stands: its agenda, a supplement, a correction, a withdrawal or a release',
  description: 'What it is follows from what has changed since the version that stands; `ready` says it. In place of a supplement, a withdrawal or a release the whole pack can be built again with --as correction.',
  needs: 'application',
  arguments: meetingArguments,
  options: {
    'dry-run': { type: 'boolean', summary: 'publish nothing, and say what would be published and what stands in the way, as ready does' },
    as: { type: 'string', value: 'KIND', summary: `what to publish it as: ${kindsToAsk.join(', ')}` },
    note: { type: 'string', value: 'TEXT', summary: 'what readers should know of it' },
    correction: { type: 'string', value: 'TEXT', summary: 'what the new version corrects; asked for where something that could be read is changed' },
    leave: { type: 'string', multiple: true, value: 'PAPER', summary: 'leave this paper as it is published: its part of an address, e.g. item-2-report' },
    'late-reason': { type: 'string', value: 'TEXT', summary: 'the chair’s reason, where fewer than five clear working days are left' },
    'late-item': { type: 'string', multiple: true, value: 'N=TEXT', summary: 'the chair’s reason for the urgency of item N, which joins late' },
  },
  run: async (input, io, app: MeetingsApp): Promise<CommandOutcome> => {
    const { as, note, correction, leave, 'late-reason': lateReason, 'late-item': lateItems = [] } = input.options
    const kind = kindsToAsk.find((one) => one === (as ?? (correction === undefined ? undefined : 'correction')))
    if (as !== undefined && kind === undefined) return wrongUsage(`${JSON.stringify(as)} is nothing to publish it as. Give one of: ${kindsToAsk.join(', ')}.`)
    const reasons = readReasons(lateItems)
    if (reasons === undefined) return wrongUsage('Give the reason for a late item as its number and the reason: --late-item "5=A school closed."')
    const found = await named(input.words, app)
    if (!('value' in found)) return found
    const context = app.context()
    if (input.options['dry-run'] === true) {
      const proposal = await proposePublication(context, app, found.value, { lateReason, itemReasons: reasons, leave })
      return proposal.ok ? ok(readyAnswer(proposal.value)) : proposal
    }
    const asked = await askPublication(context, app, found.value, { kind, note: correction ?? note, lateReason, itemReasons: reasons, leave })
    if (!asked.ok) return asked
    const published = await runPublication(context, app, asked.value, (step) => io.progress(`${step.words} (${countOf(step.done, 'steps')} of ${step.of} done)`))
    if (!published.ok) return published
    const [body = '', date = ''] = input.words
    return ok({ text: `version ${published.value} of ${body} on ${date} is published`, json: { body, date, version: published.value } })
  },
})

function readReasons(given: readonly string[]): Record<string, string> | undefined {
  const pairs = given.map((text) => /^([1-9]\d{0,3})=(.+)$/s.exec(text))
  if (pairs.includes(null)) return undefined
  return Object.fromEntries(pairs.flatMap((pair) => (pair?.[1] === undefined || pair[2] === undefined ? [] : [[pair[1], pair[2].trim()]])))
}

async function named([body = '', day = '']: readonly string[], app: MeetingsApp): Promise<Extract<Outcome<MeetingId>, { ok: true }> | Exclude<CommandOutcome, { ok: true }>> {
  const date: LocalDate | undefined = parseDate(day)
  if (date === undefined) return wrongUsage(`${JSON.stringify(day)} is not a day. Give it as 2023-07-07.`)
  const found = await look(app.context(), { verb: 'meetings.publish', subject: { kind: 'meeting', id: `${body}/${date}` } }, async (reader) => ok(await meetingIdOn(reader, body, date)))
  if (!found.ok) return found
  return found.value === undefined ? refuse('not-found', `No meeting of ${body} is kept for ${formatDay(date)}.`) : ok(found.value)
}
