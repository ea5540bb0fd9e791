import { resolve } from 'node:path'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import { settings, type Setting, type SettingName } from './settings.ts'
import { unknownSettings } from './unknown-settings.ts'

/** The product's settings, checked. */
export interface Config {
  readonly production: boolean
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds everything the product keeps. */
  readonly dataDir: string
  /** Where people reach the site, without a trailing slash, where the setting PUBLIC_ORIGIN says so. */
  readonly publicOrigin?: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'server'; readonly url: string; readonly readUrl?: string }
  /** The example county to load into an empty store. */
  readonly example?: string
  readonly examplePassword?: string
  readonly today?: LocalDate
  readonly singleSignOn?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  readonly smtpUrl?: string
  /** Given, or else kept in the data folder: `secretKey` answers it. */
  readonly secretKey?: string
}

type Environment = Readonly<Record<string, string | undefined>>
type Settings = { [Name in SettingName]?: ReturnType<(typeof settings)[Name]['read']> & {} }

/** Reads the settings from the environment. Every setting that is malformed, missing or not known is named in the refusal. */
export function readConfig(environment: Environment): Outcome<Config> {
  const faults: Fault[] = unknownSettings(environment)
  const given: Record<string, unknown> = {}
  for (const [name, setting] of Object.entries<Setting<unknown>>(settings)) {
    const text = environment[name]?.trim()
    if (text === undefined || text === '') continue
    const value = setting.read(text)
    if (value === undefined) faults.push({ field: name, ...(setting.secret === true ? {} : { found: text }), message: setting.expected })
    else given[name] = value
  }
  const read = given as Settings
  faults.push(...faultsTogether(read))
  if (faults.length > 0) return refuse('invalid', 'Golden Thread cannot start with these settings. Correct or remove them and start again.', faults)
  return ok(configOf(read))
}

/** What is wrong only because of another setting. */
function faultsTogether(read: Settings): Fault[] {
  const faults: Fault[] = []
  const production = read.NODE_ENV === 'production'
  if (production && read.TODAY !== undefined)
    faults.push({ field: 'TODAY', message: 'A fixed day is for trying things out: remove it where NODE_ENV is production' })
  if (production && read.SECRET_KEY === undefined)
    faults.push({ field: 'SECRET_KEY', message: `This is missing, and NODE_ENV is production. ${settings.SECRET_KEY.expected}` })
  if (read.DATABASE_READ_URL !== undefined && read.DATABASE_URL === undefined) {
    faults.push({ field: 'DATABASE_READ_URL', message: 'A read replica needs the server that it copies: set DATABASE_URL too' })
  }
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const
  if (oidc.some((name) => read[name] !== undefined)) {
    for (const name of oidc)
      if (read[name] === undefined)
        faults.push({ field: name, message: 'This is missing: single sign-on needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together' })
  }
  return faults
}

function configOf(read: Settings): Config {
  const production = read.NODE_ENV === 'production'
  const example = read.EXAMPLE ?? (production ? 'none' : 'worcestershire')
  return {
    production,
    port: read.PORT ?? 3000,
    host: read.HOST ?? '127.0.0.1',
    dataDir: resolve(read.DATA_DIR ?? './data'),
    database: databaseOf(read),
    ...(example === 'none' ? {} : { example }),
    ...optional('publicOrigin', read.PUBLIC_ORIGIN),
    ...optional('examplePassword', read.EXAMPLE_PASSWORD),
    ...optional('today', read.TODAY),
    ...optional('smtpUrl', read.SMTP_URL),
    ...optional('secretKey', read.SECRET_KEY),
    ...optional('singleSignOn', singleSignOnOf(read)),
  }
}

function databaseOf(read: Settings): Config['database'] {
  if (read.DATABASE_URL === undefined) return { kind: 'embedded' }
  return { kind: 'server', url: read.DATABASE_URL, ...optional('readUrl', read.DATABASE_READ_URL) }
}

function singleSignOnOf(read: Settings): Config['singleSignOn'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read
  return issuer === undefined || clientId === undefined || clientSecret === undefined ? undefined : { issuer, clientId, clientSecret }
}

/** `{ name: value }`, or nothing where there is no value. */
function optional<Name extends string, Value>(name: Name, value: Value | undefined): { [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value }
}
