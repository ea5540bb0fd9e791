import { sql } from 'kysely'
import { formatDate } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { addEntry, entryOf } from '../model/change-programme.ts'
import type { Proposal, ProposalId } from '../model/proposal.ts'
import { addressWord } from '../model/typed-month.ts'
import type { EntrySlug, TimedEntry } from '../model/work-programme.ts'
import { byWhom } from '../store/keep-programme.ts'
import { programmesOf, type ProgrammeKey } from '../store/read-programmes.ts'
import type { ProgrammeTables } from '../store/tables.ts'
import { changeProgramme, type Done } from './change-programme.ts'

type App = Pick<MeetingsApp, 'now'>

const longestIssue = 500
const longestWhy = 2000

export interface TypedProposal {
  readonly issue: string
  readonly why: string
  readonly subject: string
  /** Stands for one sending of one form. */
  readonly sending: string
}

export const nothingToProposeTo = refuse('not-found', 'This body has no public work programme to propose an issue for.')

/** A member, or whoever writes reports, proposes an issue for a body's programme. The same form sent twice is one proposal. */
export function proposeIssue(context: Context, app: App, body: string, typed: TypedProposal): Promise<Outcome<void>> {
  return act(context, { verb: 'programme.propose', subject: { kind: 'work-programme', id: body } }, async (tx) => {
    if (!(await programmesOf(tx.reader, body)).some((one) => one.public)) return nothingToProposeTo
    const { actor } = context
    if (actor.kind !== 'person') return refuse('not-allowed', 'Only a person can propose an issue.')
    const faults: Fault[] = [
      ...(typed.issue === '' ? [{ field: 'issue', message: 'Give the issue: what is to be looked at' }] : []),
      ...(typed.issue.length > longestIssue ? [{ field: 'issue', message: `Shorten this to ${longestIssue} characters` }] : []),
      ...(typed.why === '' ? [{ field: 'why', message: 'Say why the body is to look at it' }] : []),
      ...(typed.why.length > longestWhy ? [{ field: 'why', message: `Shorten this to ${longestWhy} characters` }] : []),
    ]
    if (faults.length > 0) return refuse('invalid', 'The issue was not proposed.', faults)
    const at = instantOf(context.today, app.now())
    await tx
      .tables<ProgrammeTables>()
      .insertInto('work.programme_proposals')
      .values({ body, issue: typed.issue.replaceAll(/\s+/g, ' '), why: typed.why, subject: typed.subject === '' ? null : addressWord(typed.subject, () => false), by_person: actor.person, by_name: actor.name, by_role: byWhom(actor, at).role, sending: typed.sending, proposed_at: at })
      .onConflict((conflict) => conflict.columns(['council', 'sending'] as never).doNothing())
      .execute()
    return ok(undefined)
  })
}

/** The officer's answer to a proposal. */
export interface Answer {
  readonly decision: string
  readonly reason: string
}

/** Accepts a proposal as a possible future item, or declines it; either with a reason. An answer that was given stands; the same press sent twice gives it once. */
export function answerProposal(context: Context, app: App, key: ProgrammeKey, id: ProposalId | undefined, answer: Answer): Promise<Outcome<Done>> {
  return changeProgramme(context, app, key, async ({ programme, at }, tx) => {
    const proposal = id === undefined ? undefined : await heldProposal(tx, key.body, id)
    if (id === undefined || proposal === undefined) return refuse('not-found', 'There is no such proposal.')
    const by = byWhom(context.actor, at)
    if (proposal.state === answer.decision && proposal.reason === answer.reason && proposal.decidedBy === by.name) return ok({ programme, changes: [] })
    if (proposal.state !== 'waiting') return refuse('conflict', `${proposal.decidedBy ?? 'Somebody'} answered this proposal meanwhile: it is ${proposal.state}.`)
    const faults: Fault[] = [
      ...(answer.decision === 'accepted' || answer.decision === 'declined' ? [] : [{ field: `decision-${id}`, message: 'Choose whether to accept or to decline it' }]),
      ...(answer.reason === '' ? [{ field: `reason-${id}`, message: 'Say why: whoever proposed it reads it, and of an accepted issue the public too' }] : []),
      ...(answer.reason.length > longestWhy ? [{ field: `reason-${id}`, message: `Shorten this to ${longestWhy} characters` }] : []),
    ]
    if (faults.length > 0) return refuse('invalid', 'The proposal was not answered.', faults)
    await tx
      .tables<ProgrammeTables>()
      .updateTable('work.programme_proposals')
      .set({ state: answer.decision === 'accepted' ? 'accepted' : 'declined', reason: answer.reason, decided_by: by.name, decided_at: at })
      .where('work.programme_proposals.id', '=', id)
      .execute()
    if (answer.decision === 'declined') return ok({ programme, changes: [] })
    const entry: TimedEntry = {
      slug: addressWord(proposal.issue, (word) => entryOf(programme, word) !== undefined) as EntrySlug,
      issue: proposal.issue,
      ...given('subject', proposal.subject),
      kind: 'possible',
      when: 'to-be-confirmed',
      origin: { who: capital(proposal.byRole), when: formatDate(context.today), words: proposal.why },
      chosen: { who: capital(by.role), why: answer.reason },
    }
    return ok(addEntry(programme, entry, answer.reason))
  })
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

async function heldProposal(tx: Transaction, body: string, id: ProposalId): Promise<Proposal | undefined> {
  await sql`select id from work.programme_proposals where id = ${id} for update`.execute(tx.tables())
  return (await proposalsOf(tx.reader, body, { id })).at(0)
}

/** What was proposed for a body, what waits first and then the newest. */
export async function proposalsOf(reader: Reader, body: string | undefined, asked: { readonly id?: ProposalId; readonly state?: Proposal['state']; readonly limit?: number } = {}): Promise<Proposal[]> {
  const rows = await reader
    .tables<ProgrammeTables>()
    .selectFrom('work.programme_proposals as proposal')
    .selectAll('proposal')
    .$if(body !== undefined, (query) => query.where('proposal.body', '=', body ?? ''))
    .$if(asked.id !== undefined, (query) => query.where('proposal.id', '=', asked.id as ProposalId))
    .$if(asked.state !== undefined, (query) => query.where('proposal.state', '=', asked.state ?? 'waiting'))
    .orderBy(sql`proposal.state = 'waiting'`, 'desc')
    .orderBy('proposal.proposed_at', 'desc')
    .limit(asked.limit ?? 100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    body: row.body,
    issue: row.issue,
    why: row.why,
    ...given('subject', row.subject),
    byName: row.by_name,
    byRole: row.by_role,
    proposedAt: row.proposed_at.toISOString(),
    state: row.state,
    ...given('reason', row.reason),
    ...given('decidedBy', row.decided_by),
  }))
}
