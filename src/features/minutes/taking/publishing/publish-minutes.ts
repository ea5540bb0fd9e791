import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, recordRefusal, type Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { markPublished } from '#platform/http/publication.ts'
import { instantOf, markNotTaken, turnState, type MeetingsApp } from '#features/meetings'
import { holdLog } from '../../sitting/keep-log.ts'
import { mayTurn, type MinutesState } from '../record/minutes-state.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import { fixNumbers, holdMinutes, turnMinutes } from '../work/keep-minutes.ts'
import { meetingNamed, subjectOf } from '../work/minutable.ts'
import { composeMinutes, type ComposedMinutes } from './compose-minutes.ts'
import { keepVersion, type PdfKept } from './keep-version.ts'
import { keepMembersMinutes } from './members-minutes.ts'
import { itemsNotTaken } from './not-taken.ts'
import { minutesPdf } from './minutes-pdf.ts'
import { raiseAsked } from './raise-asked.ts'

/** Which minutes, at the revision that the officer saw. */
export interface MinutesSeen {
  readonly meeting: string
  readonly basedOn: number
}

/** What is done to minutes, and what becomes of their record by it. */
export interface TurnOfMinutes {
  /** For the audit: "circulated", "corrected". */
  readonly turn: string
  readonly to: MinutesState
  /** What the new version says that the one before did not. */
  readonly note: string
  /** Refused where the minutes are not ready for it. */
  readonly may: (composed: ComposedMinutes, reader: Reader) => Promise<Outcome<void>>
  /** What else their head keeps. */
  readonly head: Parameters<typeof turnMinutes>[3]
  /** What else the published record says. */
  readonly record: Partial<Pick<PublishedMinutes, 'confirmed' | 'signed'>>
}

type App = Pick<MeetingsApp, 'now' | 'files' | 'typeset' | 'council'>

const changedMeanwhile = refuse('conflict', 'Somebody else changed these minutes while you had this page open, so nothing was published. Look at them as they stand now, and do it again if it still holds.')

/**
 * Turns minutes from one state to the next and publishes them as a further version: the PDF is made first, and then everything is written in one transaction
 * with its audit row. Refused as a conflict where anything of them changed since the officer saw them or since the PDF was made. Minutes of a private meeting
 * turn alike, and nothing of them is published.
 */
export async function publishMinutes(context: Context, app: App, seen: MinutesSeen, turn: TurnOfMinutes): Promise<Outcome<{ version: number }>> {
  const deed = { verb: 'minutes.publish', subject: subjectOf(seen.meeting), detail: { turn: turn.turn } }
  const ready = await look(context, deed, (reader) => readyFor(reader, seen, turn))
  // Where the person may not, looking has recorded it.
  if (!ready.ok) return ready.refusal.kind === 'not-allowed' ? ready : recordRefusal(context, deed, ready)
  const record = recordAfter(ready.value, turn)
  const pdf = ready.value.isOpen ? await pdfOf(app, record) : ok(undefined)
  if (!pdf.ok) return recordRefusal(context, deed, pdf)
  const at = instantOf(context.today, app.now())
  return act(context, deed, async (tx) => {
    await holdMinutes(tx, ready.value.meeting.id)
    // Nobody declares or leaves between the check of the votes and the publication.
    await holdLog(tx, ready.value.meeting.id)
    const again = await readyFor(tx.reader, seen, turn)
    if (!again.ok) return again
    if (!isDeepStrictEqual(recordAfter(again.value, turn), record)) return changedMeanwhile
    return write(tx, again.value, record, { turn, pdf: pdf.value, at })
  })
}

async function readyFor(reader: Reader, { meeting: named, basedOn }: MinutesSeen, turn: TurnOfMinutes): Promise<Outcome<ComposedMinutes>> {
  const meeting = await meetingNamed(reader, named)
  if (!meeting.ok) return meeting
  const composed = await composeMinutes(reader, meeting.value)
  const state = mayTurn(composed.minutes.state, turn.to)
  if (!state.ok) return state
  if (composed.minutes.revision !== basedOn) return changedMeanwhile
  const may = await turn.may(composed, reader)
  return may.ok ? ok(composed) : may
}

/** What the public reads of them after the turn. */
function recordAfter({ record }: Pick<ComposedMinutes, 'record'>, turn: Pick<TurnOfMinutes, 'to' | 'record'>): PublishedMinutes {
  return { ...record, ...turn.record, state: turn.to }
}

/** The PDF of minutes, kept in the store of files. */
export async function pdfOf(app: Pick<MeetingsApp, 'files' | 'typeset' | 'council'>, record: PublishedMinutes): Promise<Outcome<PdfKept>> {
  const made = await minutesPdf(record, await app.council(), app.typeset)
  if (!made.ok) return made
  return ok({ checksum: await app.files.put(made.value.pdf), bytes: made.value.pdf.length, pages: made.value.pages })
}

interface Writing {
  readonly turn: TurnOfMinutes
  readonly pdf: PdfKept | undefined
  readonly at: Date
}

async function write(tx: Transaction, composed: ComposedMinutes, record: PublishedMinutes, { turn, pdf, at }: Writing): Promise<Outcome<{ version: number }>> {
  const { meeting, minutes, numbers } = composed
  const version = minutes.version + 1
  if (turn.to === 'circulated') await fixNumbers(tx, meeting.id, numbers)
  const isFirst = minutes.state === 'draft'
  const raised = turn.to === 'signed' ? minutes.raised : await raiseAsked(tx, composed, at)
  const turned = await turnMinutes(tx, meeting.id, minutes.revision, { state: turn.to, version, raised: JSON.stringify(raised), ...(isFirst ? { circulated_at: at } : {}), ...turn.head })
  if (!turned) return changedMeanwhile
  if (pdf !== undefined) await keepVersion(tx, { record, version, note: turn.note, pdf, at })
  if (composed.isOpen) await markNotTaken(tx, meeting.facts, await itemsNotTaken(tx.reader, composed))
  await keepMembersMinutes(tx, composed, { record, version, at })
  if (turn.to !== 'signed') {
    const told = await turnState(tx, meeting.id, { status: turn.to === 'confirmed' ? 'minutes-confirmed' : 'minutes-draft', note: composed.isOpen ? turn.note : noteOfPrivate(turn.to), at })
    if (!told.ok) return told
  }
  await markPublished(tx)
  return ok({ version })
}

/** Of a private meeting the calendar says how far its minutes are, and nothing of what somebody wrote of them. */
function noteOfPrivate(to: TurnOfMinutes['to']): string {
  return to === 'confirmed' ? 'The minutes are confirmed.' : 'The minutes are with the members.'
}
