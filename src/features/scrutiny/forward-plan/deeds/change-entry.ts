import type { LocalDate } from '#core/dates.ts'
import { momentOf, instantOf, type MeetingsApp } from '#features/meetings'
import { membersOn, publishedBodies, publishedBody } from '#features/bodies'
import { personsNames } from '#features/minutes'
import { keyDecisions } from '#features/rules'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { keyHolds } from '../clock/key-finding.ts'
import { newNotices } from '../clock/new-notice.ts'
import { missingContents } from '../clock/notice-contents.ts'
import { changedFacts, changesInWords } from '../entry/changes.ts'
import { factsPeopleFaults } from '../entry/named-people.ts'
import { unreadReports } from '../entry/plan-document.ts'
import { entryFacts, planEntry, type EntryFacts, type PlanEntry } from '../entry/plan-entry.ts'
import { entryInWork, insertEntry } from '../store/keep-entry.ts'
import { keepNotices, renewalWords, renewed } from './renew-notices.ts'
import type { EntryTurn } from './turn-entry.ts'

/** Begins an entry as a draft, which nobody but those who edit the plan sees until its notice is published. What could not be read is refused in the same deed, so that the audit has it. The same form sent twice begins one. */
export function addEntry(context: Context, app: Pick<MeetingsApp, 'now'>, typed: Outcome<EntryFacts>): Promise<Outcome<PlanEntry>> {
  const id = typed.ok ? typed.value.reference.slice(0, 100) : 'new'
  return act(context, { verb: 'forward-plan.edit', subject: { kind: 'plan-entry', id } }, async (tx): Promise<Outcome<PlanEntry>> => {
    if (!typed.ok) return typed
    const checked = await checkFacts(tx, typed.value, context.today)
    if (!checked.ok) return checked
    const entry = planEntry.parse({ ...checked.value, history: [{ on: dayOf(context, app), what: 'Begun as a draft.' }] })
    const inserted = await insertEntry(tx, entry, instantOf(context.today, app.now()))
    return inserted.ok || (await isBegunSo(tx, entry)) ? ok(entry) : inserted
  })
}

/** The form was sent twice: a draft of it stands already, and nobody changed it since. */
async function isBegunSo(tx: Transaction, entry: PlanEntry): Promise<boolean> {
  const standing = await entryInWork(tx.reader, entry.reference)
  return standing !== undefined && standing.revision === 1 && standing.entry.noticed === undefined && changedFacts(standing.entry, entry).length === 0
}

function dayOf(context: Context, app: Pick<MeetingsApp, 'now'>): string {
  return momentOf(context.today, app.now()).slice(0, 10)
}

/** What an officer says of a change that touches what was noticed. */
export interface TypedChange {
  /** `new-notice` or `words`; nothing where they were not asked yet. */
  readonly change: string
  /** Why it is a slip in words. */
  readonly reason: string
}

const notAsked: TypedChange = { change: '', reason: '' }

/**
 * Changes what an entry says. What has happened stays; a decided entry is a record and is not changed. A deferred entry with a new day is planned again. Notices stay as
 * they were issued: a change that needs another is refused until the officer has said that it is one, or that it puts right a slip in words.
 */
export function changeEntry(facts: EntryFacts, typed: TypedChange = notAsked): EntryTurn {
  return async (entry, { tx, today, local }) => {
    if (entry.decision !== undefined) return refuse('not-now', 'This is decided: the entry is a record and stays as it is.')
    if (entry.ended?.kind === 'withdrawn') return refuse('not-now', 'This entry is withdrawn. Add the matter anew if it comes back.')
    const checked = await checkFacts(tx, { ...facts, reference: entry.reference }, today)
    if (!checked.ok) return checked
    const changed = withFacts(entry, checked.value)
    if (changedFacts(entry, changed).length === 0) return refuse('not-now', 'Nothing was changed: the entry says this already.')
    const anew = newNotices(entry, checked.value)
    const words = changesInWords(entry, changed)
    if (anew.key.length === 0 && anew.held.length === 0) return ok(turned(entry, renewed(entry, changed, anew, today), `${words} ${renewalWords(entry, changed, anew, today, local)}`))
    const answered = answerOf(typed, anew, renewalWords(entry, changed, anew, today, local))
    if (!answered.ok) return answered
    if (answered.value === 'words') return ok(turned(entry, { ...changed, ...keepNotices(entry, changed, new Map(), { on: today, words, reason: typed.reason }) }, `Correction of words only: ${typed.reason} ${words}`))
    const missing = missingContents(changed)
    if (missing.length > 0) return refuse('invalid', 'The notice of a key decision has eight contents (SI 2012/2089, regulation 9). These are missing:', missing)
    return ok(turned(entry, renewed(entry, changed, anew, today), `${words} ${renewalWords(entry, changed, anew, today, local)}`))
  }
}

function turned({ ended }: PlanEntry, entry: PlanEntry, what: string) {
  return { entry, what: `${ended !== undefined && entry.ended === undefined ? 'Planned again. ' : ''}${what}`.trim() }
}

function answerOf({ change, reason }: TypedChange, { canBeWords }: ReturnType<typeof newNotices>, words: string): Outcome<'new-notice' | 'words'> {
  if (change === 'new-notice') return ok(change)
  if (change !== 'words') return refuse('invalid', '', [{ field: 'change', message: `This needs a new notice. ${words} Say below that it is to be published${canBeWords ? ', or that this only puts right a slip in words' : ''}.` }])
  if (!canBeWords) return refuse('invalid', '', [{ field: 'change', message: `This is more than a slip in words. ${words}` }])
  return reason === '' ? refuse('invalid', '', [{ field: 'change-reason', message: 'Say what the slip was: it is published with the notice' }]) : ok(change)
}

/** The entry with new facts: what has happened to it stays, and what no form asks; a fact that is left out is gone. */
function withFacts(entry: PlanEntry, facts: EntryFacts): PlanEntry {
  const asked: readonly string[] = Object.keys(entryFacts.shape).filter((field) => field !== 'source')
  const stays = Object.fromEntries(Object.entries(entry).filter(([field]) => !asked.includes(field))) as Omit<PlanEntry, keyof EntryFacts>
  const isMoved = facts.expected.from !== entry.expected.from || facts.expected.to !== entry.expected.to
  const { ended, ...others } = stays
  return { ...others, ...facts, ...privateParts(entry, facts), ...(ended === undefined || isMoved ? {} : { ended }) }
}

/** The notices of what is heard in private stay with it. */
function privateParts(before: PlanEntry, { private: now }: EntryFacts): Pick<PlanEntry, 'private'> {
  if (now === undefined) return {}
  const { firstNotice, secondNotice, agreed, representations = [] } = before.private ?? {}
  const notices = { firstNotice, secondNotice, agreed }
  return { private: { ...now, representations, ...(Object.fromEntries(Object.entries(notices).filter(([, value]) => value !== undefined)) as object) } }
}

/** Holds facts to the council's thresholds and bodies, and names the members of the body that decides as its record has them today. */
async function checkFacts(tx: Transaction, facts: EntryFacts, today: LocalDate): Promise<Outcome<EntryFacts>> {
  const key = keyHolds(facts, await keyDecisions(tx.reader))
  if (!key.ok) return key
  const people = factsPeopleFaults(facts, today, { bodies: await publishedBodies(tx.reader), namesPerson: await personsNames(tx.reader) })
  const whyUnread = await unreadReports(tx.reader, facts.documents)
  const unread = facts.documents.flatMap((document) => whyUnread(document) ?? [])[0]
  if (unread !== undefined) return refuse('invalid', '', [{ field: 'documents', message: unread }])
  if (people.length > 0) return refuse('invalid', '', people.map(({ field = '', ...fault }) => ({ ...fault, field: fieldTyped(field) })))
  const { kind, body } = facts.decisionMaker
  if (kind !== 'body' || body === undefined) return ok(facts)
  const found = await publishedBody(tx.reader, body)
  if (found === undefined) return refuse('invalid', '', [{ field: 'body', found: body, message: 'Choose a body from the list' }])
  const members = membersOn(found.body.members, today).flatMap(({ person }) => (person === undefined ? [] : [person]))
  return ok({ ...facts, decisionMaker: { ...facts.decisionMaker, name: found.body.name, members } })
}

/** Where the form has a field of a record: its lists are one field, and who decides is its maker. */
function fieldTyped(field: string): string {
  return field.replace(/\[\d+\]$/, '').replace('decision-maker.', 'maker-')
}
