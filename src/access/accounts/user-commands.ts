import { readFile } from 'node:fs/promises'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage } from '#platform/command/command.ts'
import type { Context } from '../act.ts'
import { roles, type Role } from '../actor.ts'
import { addAccount, type FirstEntry } from './add-account.ts'
import { disableAccount } from './disable-account.ts'
import { listAccounts, type ListedAccount } from './list-accounts.ts'

/** The part of the application that these commands need. */
interface App {
  context(): Context
  readonly origin: string
  readonly now: () => Date
}

const email = { name: 'email', summary: 'the e-mail address that the person signs in with' }

const add = command({
  name: 'user add',
  summary: 'Add a person who may sign in',
  description:
    'Without --password-file the person is invited: an e-mail waits in the outbox, and the link in it, good once for seven days, is printed.',
  needs: 'application',
  arguments: [email],
  options: {
    name: { type: 'string', value: 'NAME', summary: 'the person’s name' },
    role: { type: 'string', value: 'ROLE', multiple: true, summary: `${roles.join(', ')}; give it again for several` },
    'password-file': { type: 'string', value: 'FILE', summary: 'a file whose first line is the first password' },
  },
  run: async ({ words, options }, _, app: App) => {
    const unknown = options.role?.find((role) => !roles.includes(role as Role))
    if (options.name === undefined || options.role === undefined) return wrongUsage('Give --name and at least one --role.')
    if (unknown !== undefined) return wrongUsage(`There is no role called ${unknown}. The roles are ${roles.join(', ')}.`)
    const entry = await firstEntry(options['password-file'], app.origin)
    if (!entry.ok) return entry
    const typed = { email: words[0] ?? '', name: options.name, roles: options.role as Role[] }
    const added = await addAccount(app.context(), typed, entry.value, app.now())
    if (!added.ok) return added
    const { invitation } = added.value
    const how = invitation === undefined ? 'They sign in with the password given.' : `Their invitation, also queued as an e-mail:\n${invitation}`
    return ok({ text: `Added ${added.value.email}. ${how}`, json: added.value })
  },
})

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
  description: 'Sessions and invitations end, and no role is held from today. What the person did stays in the audit.',
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

export const userCommands = [add, disable, list]
