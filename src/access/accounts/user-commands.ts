import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage, type WrongUsage } from '#platform/command/command.ts'
import type { Context } from '../act.ts'
import { roles, type Role } from '../actor.ts'
import { addAccount, type FirstEntry } from './add-account.ts'
import { changeRoles } from './change-roles.ts'
import { disableAccount } from './disable-account.ts'
import { inviteAgain } from './invite-again.ts'
import { listAccounts, type ListedAccount } from './list-accounts.ts'

/** The part of the application that these commands need. */
interface App {
  context(): Context
  readonly origin: string
  readonly now: () => Date
}

const email = { name: 'email', summary: 'the e-mail address that the person signs in with' }

const role = { type: 'string', value: 'ROLE', multiple: true, required: true, summary: `${roles.join(', ')}; give it again for several` } as const

const add = command({
  name: 'user add',
  summary: 'Add a person who may sign in',
  description:
    'Without --password-file the person is invited: an e-mail waits in the outbox, and the link in it, good once for seven days, is printed.',
  needs: 'application',
  arguments: [email],
  options: {
    name: { type: 'string', value: 'NAME', required: true, summary: 'the person’s name' },
    role,
    'password-file': { type: 'string', value: 'FILE', summary: 'a file whose first line is the first password' },
  },
  run: async ({ words, options }, { folder }, app: App) => {
    const unknown = unknownRole(options.role)
    if (unknown !== undefined) return unknown
    const file = options['password-file']
    const entry = await firstEntry(file === undefined ? undefined : resolve(folder, file), app.origin)
    if (!entry.ok) return entry
    const typed = { email: words[0] ?? '', name: options.name, roles: options.role as Role[] }
    const added = await addAccount(app.context(), typed, entry.value, app.now())
    if (!added.ok) return added
    const { invitation } = added.value
    const how = invitation === undefined ? 'They sign in with the password given.' : `Their invitation, also queued as an e-mail:\n${invitation}`
    return ok({ text: `Added ${added.value.email}. ${how}`, json: added.value })
  },
})

function unknownRole(given: readonly string[]): WrongUsage | undefined {
  const unknown = given.find((one) => !roles.includes(one as Role))
  return unknown === undefined ? undefined : wrongUsage(`There is no role called ${unknown}. The roles are ${roles.join(', ')}.`)
}

async function firstEntry(file: string | undefined, origin: string): Promise<Outcome<FirstEntry>> {
  if (file === undefined) return ok({ by: 'invitation', origin })
  try {
    const [password = ''] = (await readFile(file, 'utf8')).split(/\r?\n/)
    return ok({ by: 'password', password })
  } catch (error) {
    return refuse('invalid', `The password file cannot be read: ${(error as Error).message}`)
  }
}

const disable = command({
  name: 'user disable',
  summary: 'Close an account at once',
  description: 'Sessions, invitations and keys end, and no role is held from today. What the person did stays in the audit.',
  needs: 'application',
  arguments: [email],
  run: async ({ words }, _, app: App) => {
    const done = await disableAccount(app.context(), words[0] ?? '', 'left')
    return done.ok ? ok({ text: `Disabled ${done.value.email}.`, json: done.value }) : done
  },
})

const list = command({
  name: 'user list',
  summary: 'List the accounts, by e-mail address',
  needs: 'application',
  options: {
    after: { type: 'string', value: 'EMAIL', summary: 'begin after this address' },
    limit: { type: 'string', value: 'N', default: '100', summary: 'how many at most' },
  },
  run: async ({ options }, _, app: App) => {
    const limit = /^\d{1,4}$/.test(options.limit) ? Number(options.limit) : 0
    if (limit < 1) return wrongUsage('Give --limit as a whole number from 1 to 9999.')
    const listed = await listAccounts(app.context(), { limit, ...(options.after === undefined ? {} : { after: options.after.toLowerCase() }) })
    return listed.ok ? ok({ text: listed.value.map(line).join('\n') || 'There are no accounts.', json: { accounts: listed.value } }) : listed
  },
})

function line({ email, name, status, roles, lastUsed }: ListedAccount): string {
  const used = lastUsed === null ? 'never used' : `last used ${new Date(lastUsed).toISOString().slice(0, 10)}`
  return `${email}  ${name}  ${roles.join(', ') || 'no role'}  ${status}, ${used}`
}

const again = command({
  name: 'user invite',
  summary: 'Invite somebody again who has forgotten their password',
  description:
    'An e-mail waits in the outbox, and the link in it, good once for seven days, is printed. Links of earlier invitations end. The password they had, if any, holds until they choose a new one.',
  needs: 'application',
  arguments: [email],
  options: { reopen: { type: 'boolean', summary: 'open the account again where it is disabled; give it roles afterwards' } },
  run: async ({ words, options }, _, app: App) => {
    const how = { origin: app.origin, reopen: options.reopen === true }
    const invited = await inviteAgain(app.context(), words[0] ?? '', how, app.now())
    if (!invited.ok) return invited
    const { email, invitation, roles } = invited.value
    const roleless = roles.length > 0 ? '' : `\nThey hold no role and cannot sign in until they do: golden-thread user roles ${email} --role ROLE`
    return ok({ text: `Invited ${email}. The link, also queued as an e-mail:\n${invitation}${roleless}`, json: invited.value })
  },
})

const change = command({
  name: 'user roles',
  summary: 'Change what somebody may do',
  description: 'From today the person holds the roles given and no other. It takes effect at once, also for those who are signed in.',
  needs: 'application',
  arguments: [email],
  options: { role },
  run: async ({ words, options }, _, app: App) => {
    const unknown = unknownRole(options.role)
    if (unknown !== undefined) return unknown
    const changed = await changeRoles(app.context(), words[0] ?? '', options.role as Role[])
    if (!changed.ok) return changed
    const { email, roles } = changed.value
    return ok({ text: `From today ${email} holds: ${roles.join(', ')}.`, json: changed.value })
  },
})

export const userCommands = [add, again, change, disable, list]
