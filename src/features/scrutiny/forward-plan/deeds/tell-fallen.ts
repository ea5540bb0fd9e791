import { formatDay } from '#core/date-words.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { emailsOf } from '#access/people.ts'
import type { PersonId } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { queueMails } from '#platform/mail/queue-mail.ts'
import { membersWithAccounts, namedMembers, publishedBodies } from '#features/bodies'
import { entryAddress, type Agreement, type PlanEntry } from '../entry/plan-entry.ts'
import { bodyOfOffice } from './agree-urgency.ts'
import type { EntryTurn, Turning } from './turn-entry.ts'

/** The same turn, after which each chair whose agreement falls with it is told by mail, once, what has changed. */
export function tellingWhoAgreed(turn: EntryTurn, origin: string): EntryTurn {
  return async (entry, turning) => {
    const turned = await turn(entry, turning)
    if (!turned.ok) return turned
    const told = await tellFallen(entry, turned.value, { ...turning, origin })
    return told.ok ? turned : told
  }
}

async function tellFallen(before: PlanEntry, { entry, what }: { readonly entry: PlanEntry; readonly what: string }, { tx, today, origin }: Turning & { readonly origin: string }): Promise<Outcome<void>> {
  const fallen = agreementsFallen(before, entry)
  const days = new Map<PersonId, Set<string>>()
  for (const agreement of fallen) {
    for (const person of await whoAgreed(tx.reader, agreement, before, today)) days.set(person, (days.get(person) ?? new Set()).add(formatDay(agreement.on)))
  }
  const emails = await emailsOf(tx.reader, [...days.keys()])
  const mails = [...days].flatMap(([person, of]) => {
    const to = emails.get(person)
    return to === undefined ? [] : [{ to, subject: `No longer agreed: ${entry.matter}`, text: `What was agreed on ${[...of].join(' and ')} holds no longer, since the entry says something else now.\n\n${what}\n\n${origin}${entryAddress(entry)}\n` }]
  })
  return mails.length === 0 ? ok(undefined) : queueMails(tx, mails)
}

/** What a chair agreed to before and the entry does not have any more. */
function agreementsFallen(before: PlanEntry, after: PlanEntry): readonly Agreement[] {
  return [
    ...(before.route?.kind === 'special-urgency' && after.route?.kind !== 'special-urgency' ? [before.route] : []),
    ...(before.private?.agreed !== undefined && after.private?.agreed === undefined ? [before.private.agreed] : []),
  ]
}

/** Who agreed, by the name that the agreement has; whoever holds that office today, where nobody of that name has an account. */
async function whoAgreed(reader: Reader, { by, on, office }: Agreement, entry: PlanEntry, today: PlanEntry['expected']['from']): Promise<readonly PersonId[]> {
  const themselves = (await namedMembers(reader, on)).flatMap(({ name, person }) => (name === by && person !== undefined ? [person] : []))
  if (themselves.length > 0) return themselves
  const { body, capacity } = bodyOfOffice(office, entry, await publishedBodies(reader))
  if (body === undefined) return []
  return (await membersWithAccounts(reader, body.slug, today)).flatMap((seat) => (seat.capacity === capacity ? [seat.person] : []))
}
