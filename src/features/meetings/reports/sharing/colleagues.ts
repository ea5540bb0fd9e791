import type { Context } from '#access/act.ts'
import type { AccountId } from '#access/actor.ts'
import { peopleWith, type KnownPerson } from '#access/people.ts'
import type { Reader } from '#platform/database/database.ts'

/** Who has an account today that may do this, by name. */
export async function colleaguesWho(reader: Reader, context: Context, verb: 'reports.write' | 'reports.clear'): Promise<KnownPerson[]> {
  const people = await peopleWith(reader, context.today)
  return people.filter(({ person, name, roles }) => context.may({ kind: 'person', account: '' as AccountId, person, name, roles }, verb))
}
