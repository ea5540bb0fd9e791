import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { PersonId, Role } from '#access/actor.ts'
import { peopleWith } from '#access/people.ts'
import { namedMembers, saveLinks } from './member-accounts.ts'

/** The roles of those who sit on bodies, as `entry/roles.ts` has them for packs. */
const memberRoles: readonly Role[] = ['chair', 'councillor', 'coopted']

/**
 * Says which account a member of bodies reads with, so that their meetings, packs and notices reach them; no person takes the link away.
 * Refused for a name that no body has in office, where nothing would change, for a person without an active account and, unless it is meant so, for one without a member's role.
 */
export function linkMember(context: Context, member: string, person: PersonId | undefined, isDespiteRole = false): Promise<Outcome<{ member: string; linked: boolean }>> {
  return act(context, { verb: 'bodies.link-members', subject: { kind: 'member', id: member.slice(0, 200) }, detail: { linked: person !== undefined } }, async (tx) => {
    const members = await namedMembers(tx.reader, context.today)
    const known = members.find((one) => one.name === member)
    if (known === undefined) {
      return refuse('not-found', `No body has a member called ${member} in office. Give the name as the body’s page has it.`, [{ field: 'member', found: member, message: 'Give the name as the body’s page has it' }])
    }
    const people = await peopleWith(tx.reader, context.today)
    const account = people.find((one) => one.person === person)
    if (person !== undefined && account === undefined) {
      return refuse('not-found', 'This person has no active account.', [{ field: 'person', message: 'Choose somebody who can sign in' }])
    }
    if (account !== undefined && !isDespiteRole && !account.roles.some((role) => memberRoles.includes(role))) return withoutRole(account.name)
    if (known.person === person) return asItStands(member, person)
    await saveLinks(tx, [{ member, person }])
    return ok({ member, linked: person !== undefined })
  })
}

function asItStands(member: string, person: PersonId | undefined) {
  const message = person === undefined ? `${member} has no account that could be taken away` : `${member} reads with this account already`
  return refuse('invalid', `${message}. Nothing was changed.`, [{ field: 'person', message }])
}

function withoutRole(name: string) {
  const message = `${name} has no member’s role (chair, councillor or co-opted member): perhaps another account is meant`
  return refuse('invalid', `The account of ${name} has no member’s role. Nothing was changed.`, [{ field: 'despite-role', message }])
}

/**
 * Links every member in office who has no account yet to the one account of exactly their name; a name that two accounts bear is left alone. For
 * the example county, whose names are its own.
 */
export function linkMembersByName(context: Context): Promise<Outcome<{ linked: number }>> {
  return act(context, { verb: 'bodies.link-members', subject: { kind: 'member', id: 'all' } }, async (tx) => {
    const people = await peopleWith(tx.reader, context.today)
    const links = (await namedMembers(tx.reader, context.today)).flatMap((member) => {
      const [account, another] = people.filter((one) => one.name === member.name)
      return member.person !== undefined || account === undefined || another !== undefined ? [] : [{ member: member.name, person: account.person }]
    })
    await saveLinks(tx, links)
    return ok({ linked: links.length })
  })
}
