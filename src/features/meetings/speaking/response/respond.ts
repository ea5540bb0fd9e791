import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import type { Block } from '#platform/documents/blocks.ts'
import { readMarkdown } from '#platform/documents/read-markdown.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { meetingState, turnRequest, type RequestSeen } from '../decide/request-at-hand.ts'
import { holdSpeakers } from '../keep-request.ts'
import { instantOf } from '../moment.ts'
import { answeredLetter } from '../mail/letters.ts'
import { responseDue } from '../speaking-at.ts'
import type { SpeakingRequest } from '../speaking-request.ts'
import { insertResponse } from './published-responses.ts'

type App = Pick<MeetingsApp, 'now' | 'origin'>

/** What was noted after the meeting, as it was typed: `yes`, `no`, or nothing. */
export interface TypedTurn {
  readonly spoke: string
  readonly promised: string
}

/** Notes whether an accepted speaker spoke, and whether a written response was promised; with it the day on which that is due. */
export function noteTurn(context: Context, app: App, seen: RequestSeen, typed: TypedTurn): Promise<Outcome<void>> {
  return turnRequest(context, app, seen, { spoke: typed.spoke.slice(0, 10), promised: typed.promised.slice(0, 10) }, async (found) => {
    if (!meetingState(found, context, app.now()).hasBegun) return refuse('not-now', 'The meeting has not begun: note afterwards who spoke.')
    const { standing, response } = found.request
    if (standing.state !== 'accepted') return refuse('not-now', 'Only somebody who was accepted can have spoken.')
    if (response.state === 'published') return refuse('not-now', 'A response is published already.')
    const faults = [...unlessChosen('spoke', typed.spoke, 'Say whether the person spoke'), ...unlessChosen('promised', typed.promised, 'Say whether a written response was promised')]
    if (faults.length > 0) return refuse('invalid', '', faults)
    const isPromised = typed.promised === 'yes'
    const due = isPromised ? responseDue(found.published.meeting) : undefined
    return ok({ change: { has_spoken: typed.spoke === 'yes', response: isPromised ? 'promised' : 'none', response_due: due ?? null } })
  })
}

function unlessChosen(field: string, value: string, message: string): Fault[] {
  return value === 'yes' || value === 'no' ? [] : [{ field, message }]
}

/** A written response, as it was typed. */
export interface TypedResponse {
  readonly askedAbout: string
  readonly text: string
  /** What this corrects, where a response is published already. */
  readonly correction: string
}

/** Keeps a response that is not ready: it may be unfinished. */
export function saveResponse(context: Context, app: App, seen: RequestSeen, typed: TypedResponse): Promise<Outcome<void>> {
  return turnRequest(context, app, seen, { response: 'saved' }, async ({ request }) => {
    if (request.response.state !== 'promised') return refuse('not-now', 'No response is being written for this request.')
    const tooLong = lengthFaults(typed)
    return tooLong.length > 0 ? refuse('invalid', '', tooLong) : ok({ change: { asked_about: cleanText(typed.askedAbout), response_text: cleanText(typed.text) } })
  })
}

/**
 * Publishes the response, or a correction of the published one as its next version. The speaker is named only where they agreed, and is told by
 * e-mail. What was published before stays as it is.
 */
export function publishResponse(context: Context, app: App, seen: RequestSeen, typed: TypedResponse): Promise<Outcome<void>> {
  return turnRequest(context, app, seen, { response: 'published' }, async ({ request, published }, tx) => {
    const read = readResponse(typed, request)
    if (!read.ok) return read
    await holdSpeakers(tx, request.meeting)
    const number = await insertResponse(tx, { ...read.value, meeting: published.meeting, item: request.item, speaker: speakerOf(request), at: instantOf(context.today, app.now()), ...given('number', publishedNumber(request)) })
    await markPublished(tx)
    const change = { response: 'published', response_number: number, asked_about: read.value.askedAbout, response_text: cleanText(typed.text) } as const
    return ok({ change, letter: (about) => answeredLetter(about, read.value.note !== undefined) })
  })
}

function publishedNumber({ response }: SpeakingRequest): number | undefined {
  return response.state === 'published' ? response.number : undefined
}

/** The public reads a name only by its owner's leave. */
export function speakerOf({ asking }: Pick<SpeakingRequest, 'asking'>): string {
  if (asking === undefined || !asking.mayBeNamed) return 'A member of the public'
  return asking.onBehalf === undefined ? asking.name : `${asking.name}, for ${asking.onBehalf}`
}

interface ReadResponse {
  readonly askedAbout: string
  readonly blocks: readonly Block[]
  readonly note?: string
}

function readResponse(typed: TypedResponse, { response }: SpeakingRequest): Outcome<ReadResponse> {
  if (response.state === 'none') return refuse('not-now', 'No response was promised for this request.')
  const [askedAbout, note] = [cleanText(typed.askedAbout).trim(), cleanText(typed.correction).trim()]
  const blocks = readMarkdown(typed.text, { file: 'The response', numbered: false })
  const faults: Fault[] = [
    ...lengthFaults(typed),
    ...(askedAbout === '' ? [{ field: 'asked-about', message: 'Say in a sentence what was asked: the public reads it' }] : []),
    ...(typed.text.trim() === '' ? [{ field: 'response', message: 'Write the response' }] : []),
    ...(blocks.ok ? [] : markdownFaults(blocks.refusal)),
    ...(response.state === 'published' && note === '' ? [{ field: 'correction', message: 'Say what this corrects: the public reads it' }] : []),
  ]
  if (!blocks.ok || faults.length > 0) return refuse('invalid', '', faults)
  return ok({ askedAbout, blocks: blocks.value, ...(response.state === 'published' ? { note } : {}) })
}

/** Each fault once, in words about a response: the same reader reads reports. */
function markdownFaults({ faults }: Refusal): Fault[] {
  const messages = faults.map(({ row, message }) => `Line ${row ?? 1}: ${message.replaceAll('report', 'response')}`)
  return [...new Set(messages)].map((message) => ({ field: 'response', message }))
}

function lengthFaults({ askedAbout, text, correction }: TypedResponse): Fault[] {
  return [
    ...(askedAbout.length > 500 ? [{ field: 'asked-about', message: 'Shorten what was asked to 500 characters' }] : []),
    ...(text.length > 20_000 ? [{ field: 'response', message: 'Shorten the response to 20,000 characters' }] : []),
    ...(correction.length > 500 ? [{ field: 'correction', message: 'Shorten what this corrects to 500 characters' }] : []),
  ]
}
