import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import { wrongReceipt } from '../actions/received.ts'
import type { DocumentRequest, RequestAnswer, RequestStanding } from './document-request.ts'
import type { DocumentRequestEntry } from './request-file.ts'

/** What a file says of a request, without where the facts are to be found. */
export type SaidRequest = Omit<DocumentRequestEntry, 'source'>
type SaidAnswer = NonNullable<SaidRequest['earlier']>[number]

/** What is wrong with one entry of a file; the fields are those of the file. */
export function entryFaults({ body, askedOn, answer, earlier = [], withdrawnOn, publicTitle }: SaidRequest, bodies: ReadonlySet<string>, today: LocalDate): Fault[] {
  const fault = (field: string, message: string): Fault => ({ field, message })
  return [
    ...(bodies.has(body) ? [] : [fault('body', 'No body has this address word. Load that body first, or correct the word.')]),
    ...(askedOn > today ? [fault('asked-on', 'This day is still to come. Give the day on which it was asked.')] : []),
    ...earlier.flatMap((one, index) => answerFaults(`earlier[${index + 1}]`, one, { from: earlier[index - 1]?.on ?? askedOn, to: earlier[index + 1]?.on ?? answer?.on ?? today, today })),
    ...(answer === undefined ? [] : answerFaults('answer', answer, { from: askedOn, to: today, today })),
    ...(earlier.length > 0 && answer === undefined ? [fault('earlier', 'What was answered before stands beside the answer that stands. Give that, or leave this out.')] : []),
    ...(answer !== undefined && withdrawnOn !== undefined ? [fault('withdrawn-on', 'A request is answered or withdrawn, not both.')] : []),
    ...(withdrawnOn !== undefined && (withdrawnOn < askedOn || withdrawnOn > today) ? [fault('withdrawn-on', 'Give a day between the request and today.')] : []),
    ...(answer !== undefined && (publicTitle ?? '') === '' ? [fault('public-title', 'Name the document in words that the public may read: it is answered.')] : []),
  ]
}

function answerFaults(field: string, said: SaidAnswer, { from, to, today }: { readonly from: LocalDate; readonly to: LocalDate; readonly today: LocalDate }): Fault[] {
  const { state, on, ground, reasons } = said
  const isWithheld = state !== 'supplied'
  return [
    ...(on < from || on > to ? [{ field: `${field}.on`, message: 'Give a day between the request and today, and no earlier one than that of the answer before it.' }] : []),
    ...(isWithheld && ground === undefined ? [{ field: `${field}.ground`, message: 'Give the ground on which it was not given.' }] : []),
    ...(isWithheld && (reasons ?? '') === '' ? [{ field: `${field}.reasons`, message: 'Give the written reasons.' }] : []),
    ...(!isWithheld && (ground !== undefined || reasons !== undefined) ? [{ field: `${field}.state`, message: 'What is supplied in full has no ground and no reasons. Leave them out, or say that it was supplied in part.' }] : []),
    ...wrongReceipt(said, today).map((wrong) => ({ field: `${field}.${wrong.field}`, message: wrong.message })),
  ]
}

/** How a request stands that a file tells of. */
export function standingOf({ answer, withdrawnOn }: SaidRequest): RequestStanding {
  if (withdrawnOn !== undefined) return { state: 'withdrawn', on: withdrawnOn }
  return answer === undefined ? { state: 'waiting' } : answerOf(answer)
}

/** An answer that was checked. */
export function answerOf({ state, on, ground, reasons, entered }: SaidAnswer): RequestAnswer {
  const receipt = { on, ...given('entered', entered) }
  return state === 'supplied' || ground === undefined || reasons === undefined ? { state: 'supplied', ...receipt } : { state, ...receipt, ground, reasons }
}

/** By which files name a request that was entered here. */
export function referenceOf(number: number): string {
  return `request-${number}`
}

/** A request as a file has it. */
export function entryOf(request: DocumentRequest, reference: string): SaidRequest {
  const { body, askedBy, askedOn, document, title, concern, about, purpose, standing, earlier, where } = request
  return {
    reference,
    body,
    askedBy,
    askedOn,
    document,
    ...given('publicTitle', title),
    concern,
    about,
    ...given('purpose', purpose),
    ...(standing.state === 'waiting' || standing.state === 'withdrawn' ? {} : { answer: { ...standing, ...given('where', where) } }),
    ...(earlier.length === 0 ? {} : { earlier: [...earlier] }),
    ...(standing.state === 'withdrawn' ? { withdrawnOn: standing.on } : {}),
  }
}
