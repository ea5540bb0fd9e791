import { sql } from 'kysely'
import type { LocalDateTime } from '#core/london-time.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey, type PersonId } from '#access/actor.ts'
import { emailsOf } from '#access/people.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { queueMails, type Mail } from '#platform/mail/queue-mail.ts'
import { instantOf, momentOf, type MeetingsApp } from '#features/meetings'
import { entryAddress, planEntry, type PlanEntry } from '../forward-plan/entry/plan-entry.ts'
import type { PlanTables } from '../forward-plan/store/tables.ts'
import { lapsedWords } from './call-in-words.ts'
import { signaturesOf } from './signatures.ts'
import type { CallInTables } from './tables.ts'

/** An entry whose window closed with too few signatures, and who had signed. */
interface Lapsed {
  readonly entry: PlanEntry
  /** Those of them who have an account. */
  readonly signers: readonly PersonId[]
  readonly signatures: number
}

const mostAtOnce = 500

/** Notes for officers which call-ins found too few members in time, and tells those who had signed, once. No name is published. */
export async function closeLapsed(context: Context, app: Pick<MeetingsApp, 'now' | 'origin'>): Promise<Outcome<{ told: number }>> {
  const moment = momentOf(context.today, app.now())
  const waiting = await context.database.read(actorKey(context.actor), (reader) => lapsedBy(reader, moment))
  if (waiting.length === 0) return ok({ told: 0 })
  return act(context, { verb: 'decisions.place', subject: { kind: 'forward-plan', id: 'lapsed' } }, async (tx) => {
    const lapsed = await lapsedBy(tx.reader, moment)
    const emails = await emailsOf(tx.reader, [...new Set(lapsed.flatMap(({ signers }) => signers))])
    const mails = lapsed.flatMap((one) => mailsFor(one, emails, app.origin))
    if (mails.length > 0) {
      const queued = await queueMails(tx, mails)
      if (!queued.ok) return queued
    }
    const references = lapsed.map(({ entry }) => entry.reference)
    if (references.length > 0) await tx.tables<CallInTables>().updateTable('work.call_in_signatures').set({ lapsed_at: instantOf(context.today, app.now()) }).where('work.call_in_signatures.reference', 'in', references).execute()
    return ok({ told: mails.length })
  })
}

/** Tells those who were told that too few had signed that there are enough after all: a signature that was received in time was entered since. */
export async function tellCalledIn(tx: Transaction, { matter, reference }: PlanEntry, origin: string): Promise<Outcome<void>> {
  const signed = await signaturesOf(tx.reader, reference)
  const emails = await emailsOf(tx.reader, signed.flatMap(({ person, lapsedAt }) => (person === undefined || lapsedAt === undefined ? [] : [person])))
  const text = `You signed for a call-in of: ${matter}\n\nYou were told that too few had signed. A signature that was received in time has been entered since, so the decision is called in. Names and reasons are published.\n\n${origin}${entryAddress({ reference })}\n`
  await tx.tables<CallInTables>().updateTable('work.call_in_signatures').set({ lapsed_at: null }).where('work.call_in_signatures.reference', '=', reference).execute()
  return emails.size === 0 ? ok(undefined) : queueMails(tx, [...emails.values()].map((to) => ({ to, subject: `Called in after all: ${matter}`, text })))
}

async function lapsedBy(reader: Reader, moment: LocalDateTime): Promise<Lapsed[]> {
  const rows = await reader
    .tables<CallInTables & PlanTables>()
    .selectFrom('work.call_in_signatures as one')
    .innerJoin('work.plan_entries as kept', 'kept.reference', 'one.reference')
    .select(['kept.record', sql<PersonId[]>`coalesce(array_agg(one.person::text order by one.signed_at) filter (where one.person is not null), '{}')`.as('signers'), sql<number>`count(*)::integer`.as('signatures')])
    .where('one.lapsed_at', 'is', null)
    .where(sql<boolean>`not kept.record ? 'callIn' and kept.record #>> '{decision,window,closes}' < ${moment}::text`)
    .groupBy(['kept.reference', 'kept.record'])
    .orderBy('kept.reference')
    .limit(mostAtOnce)
    .execute()
  return rows.map(({ record, ...row }) => ({ entry: planEntry.parse(record), ...row }))
}

function mailsFor({ entry, signers, signatures }: Lapsed, emails: ReadonlyMap<PersonId, string>, origin: string): Mail[] {
  const window = entry.decision?.window
  if (window === undefined) return []
  const text = `You signed for a call-in of: ${entry.matter}\n\n${lapsedWords(window, signatures)} Your name and reason are not published.\n\n${origin}${entryAddress(entry)}\n`
  return signers.flatMap((person) => {
    const to = emails.get(person)
    return to === undefined ? [] : [{ to, subject: `Not called in: ${entry.matter}`, text }]
  })
}
