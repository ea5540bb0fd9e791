import { formatDate } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import { command, wrongUsage } from '#platform/command/command.ts'
import type { Context } from '../act.ts'
import { addKey } from './add-key.ts'
import { listKeys, type ListedKey } from './list-keys.ts'
import { revokeKey } from './revoke-key.ts'

/** The part of the application that these commands need. */
interface App {
  context(): Context
  readonly now: () => Date
}

const add = command({
  name: 'api-key add',
  summary: 'Make a key by which a program may use the API',
  description:
    'The key may do what its account may, and no more, and everything done with it is in the audit. It is shown this once. Give each program an account of its own with ' +
    'the one role that it needs, rather than a person’s.',
  needs: 'application',
  arguments: [{ name: 'email', summary: 'the e-mail address of the account' }],
  options: {
    name: { type: 'string', value: 'NAME', required: true, summary: 'what the key is for, such as "Web publishing"' },
    days: { type: 'string', value: 'N', default: '365', summary: 'for how many days it holds, 730 at most' },
  },
  run: async ({ words, options }, _, app: App) => {
    const days = wholeNumber(options.days)
    if (days === undefined) return wrongUsage('Give --days as a whole number.')
    const added = await addKey(app.context(), words[0] ?? '', { name: options.name, days }, app.now())
    if (!added.ok) return added
    const { email, name, mark, key, expiresAt } = added.value
    const text = `A key for ${email}, “${name}”, until ${inWords(expiresAt)}. It is shown this once: put it where the program keeps its secrets.\n${key}`
    return ok({ text, json: { email, name, mark, key, expires: dayOf(expiresAt) } })
  },
})

const list = command({
  name: 'api-key list',
  summary: 'List the keys by which programs use the API',
  description: 'Each by its mark, the eight letters and figures after gtk_; the keys themselves are kept nowhere.',
  needs: 'application',
  arguments: [{ name: 'email', summary: 'the keys of this account only', optional: true }],
  options: {
    after: { type: 'string', value: 'MARK', summary: 'begin after this key' },
    limit: { type: 'string', value: 'N', default: '100', summary: 'how many at most' },
  },
  run: async ({ words, options }, _, app: App) => {
    const limit = wholeNumber(options.limit) ?? 0
    if (limit < 1) return wrongUsage('Give --limit as a whole number from 1 to 9999.')
    const listed = await listKeys(app.context(), { limit, after: options.after, email: words[0] })
    if (!listed.ok) return listed
    const now = app.now()
    const text = listed.value.map((key) => line(key, now)).join('\n') || 'There are no keys.'
    return ok({ text, json: { keys: listed.value.map((key) => ({ ...facts(key), state: stateOf(key, now) })) } })
  },
})

const revoke = command({
  name: 'api-key revoke',
  summary: 'End a key at once and for good',
  needs: 'application',
  arguments: [{ name: 'mark', summary: 'the mark of the key, as api-key list shows it' }],
  run: async ({ words }, _, app: App) => {
    const ended = await revokeKey(app.context(), words[0] ?? '')
    return ended.ok ? ok({ text: `Revoked the key ${ended.value.mark}.`, json: ended.value }) : ended
  },
})

function wholeNumber(typed: string): number | undefined {
  return /^\d{1,4}$/.test(typed) ? Number(typed) : undefined
}

function facts({ mark, email, name, madeAt, expiresAt, revokedAt, lastUsedOn }: ListedKey) {
  return { mark, email, name, made: dayOf(madeAt), expires: dayOf(expiresAt), revoked: revokedAt === null ? null : dayOf(revokedAt), lastUsed: lastUsedOn }
}

function stateOf({ revokedAt, expiresAt }: ListedKey, now: Date): 'in use' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'in use'
}

function line(key: ListedKey, now: Date): string {
  const state = stateOf(key, now)
  const ends = state === 'revoked' ? 'revoked' : `${state === 'expired' ? 'expired' : 'until'} ${inWords(key.expiresAt)}`
  const used = key.lastUsedOn === null ? 'never used' : `last used ${formatDate(key.lastUsedOn)}`
  return `${key.mark}  ${key.email}  ${key.name}  ${ends}, ${used}`
}

function dayOf(moment: Date) {
  return dateOf(londonMoment(moment.toISOString()))
}

function inWords(moment: Date): string {
  return formatDate(dayOf(moment))
}

/** `api-key add`, `api-key list`, `api-key revoke`. */
export const keyCommands = [add, list, revoke]
