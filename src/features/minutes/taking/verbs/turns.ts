import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { formatDate } from '#core/date-words.ts'
import type { Context } from '#access/act.ts'
import type { Reader } from '#platform/database/database.ts'
import { instantOf, meetingIdOn, meetingInWork, type MeetingInWork, type MeetingsApp } from '#features/meetings'
import { whoPresided } from '../../sitting/in-the-chair.ts'
import { mayTakeItem } from '../../sitting/reached.ts'
import { sittingFacts } from '../../sitting/read-sitting.ts'
import { sittingFrom } from '../../sitting/sitting-from.ts'
import { mayDecide } from '../../sitting/sitting-now.ts'
import type { ComposedMinutes } from '../publishing/compose-minutes.ts'
import { publishMinutes, type MinutesSeen } from '../publishing/publish-minutes.ts'
import { publishedMinutes } from '../public/published-minutes.ts'
import { carriedOver } from '../work/carried-over.ts'
import { itemOf } from '../work/minutable.ts'
import { nameOf } from './take.ts'

type App = Pick<MeetingsApp, 'now' | 'files' | 'typeset' | 'council'>

/**
 * Circulates draft minutes: their numbers are fixed, they are published as a draft to be confirmed, and what they ask of others is raised. Refused before the
 * meeting is held, while earlier minutes of the body are begun and not circulated, and where a text cannot be read or a vote or decision cannot stand by the
 * attendance as it is recorded now.
 */
export function circulateMinutes(context: Context, app: App, seen: MinutesSeen): Promise<Outcome<{ version: number }>> {
  return publishMinutes(context, app, seen, { turn: 'circulated', to: 'circulated', note: 'The minutes are circulated as a draft, to be confirmed.', may: async (composed) => mayCirculate(composed), head: {}, record: {} })
}

/** Publishes corrections of minutes before they are confirmed, as a further version that says what was corrected. */
export function correctMinutes(context: Context, app: App, seen: MinutesSeen, what: string): Promise<Outcome<{ version: number }>> {
  return publishMinutes(context, app, seen, { turn: 'corrected', to: 'circulated', note: noteOfCorrection(what), may: (composed, reader) => mayCorrect(composed, reader, what), head: {}, record: {} })
}

/** What a version says that corrects the one before. */
export function noteOfCorrection(what: string): string {
  return `Corrected before confirmation: ${what.trim()}`
}

/** At which meeting and item minutes are confirmed, and with which amendment. */
export interface Confirmation {
  readonly on: LocalDate
  readonly item: number
  /** Empty where they are confirmed as they stand. */
  readonly amended: string
}

/**
 * Records that a later meeting of the same body confirmed the minutes as a correct record. From then on nobody can change them. Refused where that meeting is no
 * later one of this body, was cancelled, is still to come or not opened, did not come to that item or carried it over, or had no quorum in it.
 */
export async function confirmMinutes(context: Context, app: App, seen: MinutesSeen, { on, item, amended }: Confirmation): Promise<Outcome<{ version: number }>> {
  const amendment = amended.trim()
  const given = amendment === '' ? {} : { amended: amendment }
  const note = `Confirmed as a correct record at the meeting of ${formatDate(on)}${amendment === '' ? '.' : `, with this amendment: ${amendment}`}`
  return publishMinutes(context, app, seen, {
    turn: 'confirmed',
    to: 'confirmed',
    note,
    may: (composed, reader) => mayConfirm(reader, composed, { on, item, amendment, today: context.today }),
    head: { confirmed_on: on, confirmed_item: item, amended: amendment === '' ? null : amendment },
    record: { confirmed: { on, item, ...given } },
  })
}

/** Records that whoever was in the chair signed the confirmed minutes (Local Government Act 1972, Schedule 12, paragraph 41), on which day, and who records it. */
export async function signMinutes(context: Context, app: App, seen: MinutesSeen, signature: { readonly by: string; readonly on: LocalDate }): Promise<Outcome<{ version: number }>> {
  const by = signature.by.trim()
  return publishMinutes(context, app, seen, {
    turn: 'signed',
    to: 'signed',
    note: `Signed by ${by}, in the chair, on ${formatDate(signature.on)}.`,
    may: async (composed, reader) => mayBeSigned({ by, on: signature.on }, { confirmed: composed.minutes.confirmed?.on, signers: await whoMaySign(reader, composed), today: context.today }),
    head: { signed_by: by, signed_on: signature.on, signed_at: instantOf(context.today, app.now()), sign_recorded_by: nameOf(context) },
    record: { signed: { by, on: signature.on } },
  })
}

/** Who may have signed the minutes, by name: whoever presided at the meeting itself, or at the one that confirmed them (Local Government Act 1972, Schedule 12, paragraph 41). */
export async function whoMaySign(reader: Reader, { meeting, minutes }: Pick<ComposedMinutes, 'meeting' | 'minutes'>): Promise<string[]> {
  const { body } = meeting.facts
  const confirming = minutes.confirmed === undefined ? undefined : await meetingIdOn(reader, body, minutes.confirmed.on)
  const meetings = [meeting, confirming && (await meetingInWork(reader, confirming))]
  const names: string[] = []
  for (const one of meetings) {
    const facts = one && (await sittingFacts(reader, one.id, one.facts))
    if (facts !== undefined) names.push(...whoPresided(facts))
  }
  return [...new Set(names)]
}

interface Signing {
  readonly confirmed: LocalDate | undefined
  readonly signers: readonly string[]
  readonly today: LocalDate
}

function mayBeSigned({ by, on }: { readonly by: string; readonly on: LocalDate }, { confirmed, signers, today }: Signing): Outcome<void> {
  if (by === '') return refuse('invalid', '', [{ field: 'by', message: 'Choose who signed them in the chair' }])
  if (!signers.includes(by)) return refuse('invalid', '', [{ field: 'by', found: by.slice(0, 200), message: `Minutes are signed by whoever presided at the meeting or at the one that confirmed them: ${signers.length === 0 ? 'record there who took the chair' : `choose ${signers.join(' or ')}`}` }])
  if (on > today) return refuse('invalid', '', [{ field: 'on', found: on, message: 'This day is still to come: record the signature once it is given' }])
  if (confirmed !== undefined && on < confirmed) return refuse('invalid', '', [{ field: 'on', found: on, message: `They were confirmed on ${formatDate(confirmed)}: they cannot have been signed before` }])
  return ok(undefined)
}

type WithReasons = Pick<ComposedMinutes, 'meeting' | 'minutes' | 'record' | 'faults' | 'againstSitting' | 'draftsBefore' | 'notMinuted'>

/** What keeps minutes from being circulated, each with what to do. */
export function whyNotCirculated({ meeting, minutes, record, faults, againstSitting, draftsBefore, notMinuted }: WithReasons): Fault[] {
  const { status } = meeting.facts
  const wasHeld = status === 'held' || status === 'minutes-draft' || (status === 'adjourned' && record.sitting?.closed !== undefined)
  return [
    ...(wasHeld ? [] : [{ message: 'It is not recorded that this meeting was held. On its attendance page, open the meeting and close it' }]),
    ...(record.minutes.length === 0 ? [{ message: 'Nothing is minuted yet' }] : []),
    ...draftsBefore.map((date) => ({ message: `The minutes of ${formatDate(date as LocalDate)} are begun and not circulated. Numbers run on from meeting to meeting, so circulate those first` })),
    ...(minutes.state === 'draft' ? earlierOnes(notMinuted) : []),
    ...faults,
    ...againstSitting,
  ]
}

const mostNamed = 4

/** Their numbers are fixed once they are circulated, and could not run on from those of a meeting that came before. */
function earlierOnes(earlier: ComposedMinutes['notMinuted']): Fault[] {
  const [first] = earlier
  if (first === undefined) return []
  const days = earlier.slice(0, mostNamed).map(({ date }) => formatDate(date))
  const named = `${days.join(', ')}${earlier.length > mostNamed ? ` and ${earlier.length - mostNamed} more` : ''}`
  const elsewhere = first.isAfterOthers ? 'load those that were minuted elsewhere' : 'where those were minuted elsewhere, say with which number the minutes begin here'
  const cancel = earlier.some(({ isHeld }) => !isHeld) ? ' A meeting that was not held is cancelled on its page.' : ''
  return [{ message: `Numbers run on from meeting to meeting, and no minutes are circulated of the earlier ${earlier.length === 1 ? 'meeting' : 'meetings'} of ${named}. Begin and circulate those first; ${elsewhere}.${cancel}` }]
}

function mayCirculate(composed: ComposedMinutes): Outcome<void> {
  const faults = whyNotCirculated(composed)
  return faults.length === 0 ? ok(undefined) : refuse('invalid', 'The minutes are not published, because of what is listed here.', faults)
}

async function mayCorrect(composed: ComposedMinutes, reader: Reader, what: string): Promise<Outcome<void>> {
  const said = what.trim()
  if (said === '' || said.length > 1000) return refuse('invalid', '', [{ field: 'note', message: said === '' ? 'Say what is corrected: it is published with the minutes' : 'Say it in 1,000 characters or fewer' }])
  const may = mayCirculate(composed)
  if (!may.ok || !composed.isOpen) return may
  return (await differsFromPublished(reader, composed)) ? may : refuse('invalid', '', [{ field: 'note', message: 'Nothing has been changed since these minutes were published. Correct them first' }])
}

/** Whether the minutes say anything else than the version that stands. */
async function differsFromPublished(reader: Reader, { record }: ComposedMinutes): Promise<boolean> {
  const standing = await publishedMinutes(reader, record.body, record.date)
  const content = ({ sitting, said, minutes }: typeof record): unknown => JSON.parse(JSON.stringify({ sitting, said, minutes }))
  return standing === undefined || !isDeepStrictEqual(content(standing.minutes), content(record))
}

async function mayConfirm(reader: Reader, composed: ComposedMinutes, { on, item, amendment, today }: { readonly on: LocalDate; readonly item: number; readonly amendment: string; readonly today: LocalDate }): Promise<Outcome<void>> {
  const isAmended = amendment !== ''
  const at = (field: string, message: string) => refuse('invalid', '', [{ field, message }])
  const { meeting } = composed
  const faults = [...composed.faults, ...composed.againstSitting]
  if (faults.length > 0) return refuse('invalid', 'The minutes are not published, because of what is listed here.', faults)
  if (amendment.length > 2000) return at('amended', 'Describe the amendment in 2,000 characters or fewer')
  if (on <= meeting.facts.date) return at('meeting', 'Minutes are confirmed at a later meeting of the body')
  if (on > today) return at('meeting', 'This meeting is still to come: record the confirmation when it is given')
  const id = await meetingIdOn(reader, meeting.facts.body, on)
  const later = id === undefined ? undefined : await meetingInWork(reader, id)
  if (id === undefined || later === undefined) return at('meeting', 'This body has no meeting on that day')
  if (later.facts.status === 'cancelled') return at('meeting', 'That meeting is cancelled: choose another one')
  if (itemOf(later, item) === undefined) return at('item', 'The agenda of that meeting has no item of this number')
  const facts = await sittingFacts(reader, id, later.facts)
  if (facts === undefined) throw new Error(`There is no meeting ${id} of a published body`)
  const sitting = sittingFrom(facts, item)
  if (!hasBegun(later.facts.status) && sitting.opened === undefined) return at('meeting', 'That meeting has not been opened: open it on its attendance page, and record the confirmation once it is given')
  const taken = mayTakeItem(facts.log, item)
  if (!taken.ok) return at('item', taken.refusal.message)
  const carried = (await carriedOver(reader, later)).get(item)
  if (carried !== undefined) return at('item', `Item ${item} of that meeting was carried over to ${formatDate(carried)}, so it confirmed nothing: record the confirmation there once it is given`)
  if (composed.isOpen && (await differsFromPublished(reader, composed)) !== isAmended) {
    return at('amended', isAmended ? 'The minutes stand as they were circulated. Make the amendment in them first, or leave this empty' : 'The minutes were changed since they were circulated. Say here with which amendment they were confirmed, or publish the corrections first')
  }
  return mayDecide(sitting)
}

/** Minutes are confirmed while the meeting sits: it need not be closed. */
function hasBegun(status: MeetingInWork['facts']['status']): boolean {
  return status !== 'planned' && status !== 'agenda-published'
}
