import { ok, refuse } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { peopleWith } from '#access/people.ts'
import { command } from '#platform/command/command.ts'
import { linkMember } from './link-member.ts'

interface App {
  context(): Context
}

/** `member link NAME [EMAIL]`. */
export const memberCommand = command({
  name: 'member link',
  summary: 'Say which account a member of bodies reads with; without an e-mail address the link is taken away',
  needs: 'application',
  arguments: [
    { name: 'member', summary: 'the name as the body’s page has it' },
    { name: 'email', summary: 'the address that the person signs in with', optional: true },
  ],
  options: { 'despite-role': { type: 'boolean', summary: 'link an account that has no member’s role: chair, councillor, coopted' } },
  run: async ({ words: [member = '', email], options }, _io, app: App) => {
    const context = app.context()
    const people = await look(context, { verb: 'bodies.link-members', subject: { kind: 'member', id: member } }, async (reader) => ok(await peopleWith(reader, context.today)))
    if (!people.ok) return people
    const person = people.value.find((one) => one.email === email?.toLowerCase())
    if (email !== undefined && person === undefined) return refuse('not-found', `Nobody signs in as ${email}. Add the account first: user add.`)
    const linked = await linkMember(context, member, person?.person, options['despite-role'] === true)
    if (!linked.ok) return linked
    return ok({ text: linked.value.linked ? `${member} reads with ${email}.` : `${member} has no account now.`, json: linked.value })
  },
})
