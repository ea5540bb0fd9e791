import { formatDay } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { momentOf, instantOf, type MeetingsApp } from '#features/meetings'
import { membersOn, publishedBody } from '#features/bodies'
import { keyDecisions } from '#features/rules'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { keyHolds } from '../clock/key-finding.ts'
import { fieldsInWords } from '../entry/field-words.ts'
import { entryFacts, planEntry, type EntryFacts, type PlanEntry } from '../entry/plan-entry.ts'
import { expectedWords } from '../entry/words.ts'
import { insertEntry } from '../store/keep-entry.ts'
import type { EntryTurn } from './turn-entry.ts'

/** Begins an entry as a draft, which nobody but staff sees until its notice is published. What could not be read is refused in the same deed, so that the audit has it. */
export function addEntry(context: Context, app: Pick<MeetingsApp, 'now'>, typed: Outcome<EntryFacts>): Promise<Outcome<PlanEntry>> {
  const id = typed.ok ? typed.value.reference.slice(0, 100) : 'new'
  return act(context, { verb: 'forward-plan.edit', subject: { kind: 'plan-entry', id } }, async (tx): Promise<Outcome<PlanEntry>> => {
    if (!typed.ok) return typed
    const checked = await checkFacts(tx, typed.value, context.today)
    if (!checked.ok) return checked
    const entry = planEntry.parse({ ...checked.value, history: [{ on: dayOf(context, app), what: 'Begun as a draft.' }] })
    const inserted = await insertEntry(tx, entry, instantOf(context.today, app.now()))
    return inserted.ok ? ok(entry) : inserted
  })
}

function dayOf(context: Context, app: Pick<MeetingsApp, 'now'>): string {
  return momentOf(context.today, app.now()).slice(0, 10)
}

/** Changes what an entry says. What has happened stays; a decided entry is a record and is not changed. A deferred entry with a new day is planned again. */
export function changeEntry(facts: EntryFacts): EntryTurn {
  return async (entry, { tx, today }) => {
    if (entry.decision !== undefined) return refuse('not-now', 'This is decided: the entry is a record and stays as it is.')
    if (entry.ended?.kind === 'withdrawn') return refuse('not-now', 'This entry is withdrawn. Add the matter anew if it comes back.')
    const checked = await checkFacts(tx, { ...facts, reference: entry.reference }, today)
    if (!checked.ok) return checked
    const { ended, ...kept } = entry
    const isMoved = facts.expected.from !== entry.expected.from || facts.expected.to !== entry.expected.to
    const changed: PlanEntry = { ...withoutFacts(kept), ...checked.value, ...privateParts(entry, checked.value), ...(ended === undefined || isMoved ? {} : { ended }) }
    const what = isMoved ? `Moved: expected ${expectedWords(facts.expected)}, instead of ${expectedWords(entry.expected)}.` : `Changed on ${formatDay(today)}: ${changedWords(entry, changed)}.`
    return ok({ entry: changed, what })
  }
}

/** What happened to the entry, without what it says: fields that are left out of the new facts are gone. */
function withoutFacts({ noticed, route, referrals, decision, callIn, implemented, history }: Omit<PlanEntry, 'ended'>) {
  const happened = { noticed, route, decision, callIn, implemented }
  return { referrals, history, ...(Object.fromEntries(Object.entries(happened).filter(([, value]) => value !== undefined)) as object) }
}

/** The notices of what is heard in private stay with it; a part that is private only now has its first notice today, where the entry is published. */
function privateParts(before: PlanEntry, { private: now }: EntryFacts): Pick<PlanEntry, 'private'> {
  if (now === undefined) return {}
  const { firstNotice, secondNotice, agreed, representations = [] } = before.private ?? {}
  const notices = { firstNotice, secondNotice, agreed }
  return { private: { ...now, representations, ...(Object.fromEntries(Object.entries(notices).filter(([, value]) => value !== undefined)) as object) } }
}

function changedWords(before: PlanEntry, after: PlanEntry): string {
  return fieldsInWords(Object.keys(entryFacts.shape).filter((field) => JSON.stringify(before[field as keyof EntryFacts]) !== JSON.stringify(after[field as keyof EntryFacts])))
}

/** Holds facts to the council's thresholds and bodies, and names the members of the body that decides as its record has them today. */
async function checkFacts(tx: Transaction, facts: EntryFacts, today: LocalDate): Promise<Outcome<EntryFacts>> {
  const key = keyHolds(facts, await keyDecisions(tx.reader))
  if (!key.ok) return key
  const { kind, body } = facts.decisionMaker
  if (kind !== 'body' || body === undefined) return ok(facts)
  const found = await publishedBody(tx.reader, body)
  if (found === undefined) return refuse('invalid', '', [{ field: 'body', found: body, message: 'Choose a body from the list' }])
  const members = membersOn(found.body.members, today).flatMap(({ person }) => (person === undefined ? [] : [person]))
  return ok({ ...facts, decisionMaker: { ...facts.decisionMaker, name: found.body.name, members } })
}
