import { given } from '#core/given.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '#features/meetings'
import { addEntry, differenceInWords, entryOf, moveEntry, noEntry, placeEntry, placeOf, putBackEntry, replaceEntry, scoreEntry, takeOutEntry } from '../model/change-programme.ts'
import type { Changed } from '../model/changed.ts'
import { criterionNames, scoreAnswers, type Score, type ScoreAnswer, type Scores } from '../model/criteria.ts'
import type { Entry, TimedEntry } from '../model/work-programme.ts'
import { mayBePlacedAt } from '../rules/follow-meetings.ts'
import { byWhom } from '../store/keep-programme.ts'
import type { ProgrammeKey } from '../store/read-programmes.ts'
import { entryMark, type EntryValues } from '../typed/entry-values.ts'
import { readEntryForm } from '../typed/read-entry-form.ts'
import { changeProgramme, type Done, type ProgrammeAtHand } from './change-programme.ts'

type App = Pick<MeetingsApp, 'now'>

/** Adds an entry as it was typed. A form that is sent twice adds it once: the second finds the same issue at the same place. */
export function addTyped(context: Context, app: App, key: ProgrammeKey, typed: EntryValues): Promise<Outcome<Done>> {
  return changeProgramme(context, app, key, ({ programme, calendar }) => {
    const read = readEntryForm(typed, { calendar, year: programme, today: context.today, isTaken: (word) => entryOf(programme, word) !== undefined })
    if (!read.ok) return read
    const { slug: _slug, ...said } = read.value
    const isThere = programme.entries.some(({ slug: _same, ...one }) => JSON.stringify(one) === JSON.stringify(said))
    return isThere ? ok({ programme, changes: [] }) : ok(addEntry(programme, read.value, read.value.chosen?.why))
  })
}

/** Saves an entry over what the officer had before them. Refused as a conflict where somebody else changed it meanwhile, unless what stands is what was typed: a press sent twice saves once. */
export function editTyped(context: Context, app: App, key: ProgrammeKey, slug: string, typed: EntryValues, form: { readonly basedOn: string; readonly reason: string }): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (before, { programme, calendar }) => {
    const read = readEntryForm(typed, { calendar, year: programme, today: context.today, before, isTaken: () => false })
    const what = read.ok ? differenceInWords(before, read.value) : undefined
    if (read.ok && what === undefined) return ok({ programme, changes: [] })
    if (entryMark(before) !== form.basedOn) return changedMeanwhile
    return read.ok ? ok(replaceEntry(programme, read.value, what ?? '', form.reason)) : read
  })
}

const changedMeanwhile = refuse('conflict', 'Somebody else changed this entry while you had it open, or its meeting changed. What you typed is still here: compare it with what stands now, and save again.')

const changedOnPage = refuse('conflict', 'Somebody else changed this entry while you had the page open, or its meeting changed. Below is how it stands now: look at it, and press again if that is still what you want.')

function standsAt({ when }: TimedEntry, day: LocalDate | undefined): boolean {
  return typeof when === 'string' ? day === undefined : 'meeting' in when && when.meeting === day
}

/** Gives an entry its place: the day of a planned meeting, or nothing for "to be confirmed". Refused as a conflict where it is not what the officer had before them. */
export function placeTyped(context: Context, app: App, key: ProgrammeKey, slug: string, meeting: string, basedOn: string): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (entry, { programme, calendar }) => {
    if (entry.kind === 'standing') return refuse('not-now', 'A standing item places itself. To change when it comes, edit how often it does.')
    const day = meeting === '' ? undefined : parseDate(meeting)
    if (meeting !== '' && day === undefined) return refuse('invalid', 'The entry was not placed.', [{ field: 'meeting', found: meeting.slice(0, 50), message: 'Choose a meeting from the list' }])
    if (standsAt(entry, day)) return ok({ programme, changes: [] })
    const may = day === undefined ? ok(undefined) : mayBePlacedAt(day, entry, { calendar, year: programme, today: context.today })
    if (!may.ok) return may
    if (entryMark(entry) !== basedOn) return changedOnPage
    return ok(placeEntry(programme, entry, day === undefined ? 'to-be-confirmed' : { meeting: day }))
  })
}

/** Moves an entry by one from the place at which the officer saw it. The same press sent twice moves it once; refused as a conflict where it stands elsewhere. */
export function orderEntry(context: Context, app: App, key: ProgrammeKey, slug: string, direction: 'up' | 'down', seenAt: number): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (entry, { programme }) => {
    const place = placeOf(programme, entry)
    if (place === seenAt) return moveEntry(programme, entry, direction)
    return (direction === 'up' ? place < seenAt : place > seenAt) ? ok({ programme, changes: [] }) : changedOnPage
  })
}

/** What was typed against each criterion: an answer, and a word on why. */
export type TypedScores = Readonly<Record<string, { readonly answer: string; readonly why: string }>>

/** Holds a topic against the seven criteria. A criterion may be left open. */
export function scoreTyped(context: Context, app: App, key: ProgrammeKey, slug: string, typed: TypedScores, basedOn: string): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (entry, { programme }) => {
    const lacking = criterionNames.filter((name) => (typed[name]?.why ?? '') !== '' && !isAnswer(typed[name]?.answer ?? ''))
    const long = criterionNames.filter((name) => (typed[name]?.why ?? '').length > longestWhy)
    const faults = [...lacking.map((field) => ({ field, message: 'Answer yes, partly or no, or clear the words on why' })), ...long.map((name) => ({ field: `${name}-why`, message: `Shorten this to ${longestWhy} characters` }))]
    if (faults.length > 0) return refuse('invalid', 'The scores were not saved.', faults)
    const scores: Scores = Object.fromEntries(criterionNames.flatMap((name) => scoreOf(name, typed)))
    if (JSON.stringify(entry.scores ?? {}) === JSON.stringify(scores)) return ok({ programme, changes: [] })
    return entryMark(entry) === basedOn ? ok(scoreEntry(programme, entry, scores)) : changedMeanwhile
  })
}

const longestWhy = 300

function isAnswer(text: string): text is ScoreAnswer {
  return scoreAnswers.some((answer) => answer === text)
}

function scoreOf(name: string, typed: TypedScores): [string, Score][] {
  const { answer = '', why = '' } = typed[name] ?? {}
  return isAnswer(answer) ? [[name, { answer, ...given('why', why || undefined) }]] : []
}

/** Takes an entry out, with the reason that the public reads. Refused as a conflict where somebody else changed it meanwhile. */
export function takeOut(context: Context, app: App, key: ProgrammeKey, slug: string, reason: string, basedOn: string): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (entry, { programme, at }) => {
    if (reason === '') return refuse('invalid', 'The entry was not taken out.', [{ field: 'reason', message: 'Say why it is taken out: the public reads it' }])
    if (reason.length > 1000) return refuse('invalid', 'The entry was not taken out.', [{ field: 'reason', message: 'Shorten this to 1000 characters' }])
    if (entry.takenOut?.reason === reason) return ok({ programme, changes: [] })
    if (entry.takenOut !== undefined) return refuse('not-now', 'This entry was taken out already.')
    if (entryMark(entry) !== basedOn) return changedOnPage
    return ok(takeOutEntry(programme, entry, { on: context.today, who: byWhom(context.actor, at).role, reason }))
  })
}

export function putBack(context: Context, app: App, key: ProgrammeKey, slug: string): Promise<Outcome<Done>> {
  return changeEntry(context, app, key, slug, (entry, { programme }) => (entry.takenOut === undefined ? ok({ programme, changes: [] }) : ok(putBackEntry(programme, entry))))
}

function changeEntry(context: Context, app: App, key: ProgrammeKey, slug: string, work: (entry: Entry, found: ProgrammeAtHand) => Outcome<Changed>): Promise<Outcome<Done>> {
  return changeProgramme(context, app, key, (found) => {
    const entry = entryOf(found.programme, slug)
    return entry === undefined ? noEntry : work(entry, found)
  })
}
