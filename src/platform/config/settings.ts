import { parseDate, type LocalDate } from '#core/dates.ts'

export interface Setting<T> {
  /** What it is for, in the words of the README and of `doctor`. */
  readonly summary: string
  /** What is expected, as an instruction. */
  readonly expected: string
  /** The value, or undefined where the text cannot be used. */
  readonly read: (text: string) => T | undefined
  /** Never shown. */
  readonly secret?: boolean
}

const shortestSecretKey = 32
const shortestPassword = 12

/** Every setting there is, each an environment variable. */
export const settings = {
  NODE_ENV: {
    summary: 'production where real people rely on it',
    expected: 'Give production, development or test, or leave it out',
    read: oneOf('production', 'development', 'test'),
  },
  PORT: { summary: 'the port that the site listens on (3000)', expected: 'Give a port number from 0 to 65535', read: readPort },
  HOST: {
    summary: 'the address that the site listens on (127.0.0.1)',
    expected: 'Give an address of this machine, e.g. 127.0.0.1 or 0.0.0.0',
    read: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  },
  PUBLIC_ORIGIN: {
    summary: 'where people reach the site, when that is not HOST and PORT: behind a proxy, with https',
    expected: 'Give a web address without a path, e.g. https://council.example',
    read: readOrigin,
  },
  DATA_DIR: {
    summary: 'the folder that holds everything kept (./data)',
    expected: 'Give a folder, e.g. ./data',
    read: (text) => (text.includes('\0') ? undefined : text),
  },
  DATABASE_URL: {
    summary: 'a PostgreSQL server instead of the embedded database',
    expected: 'Give an address such as postgres://name:password@host:5432/database',
    read: readDatabaseUrl,
    secret: true,
  },
  DATABASE_READ_URL: {
    summary: 'a read replica for the public pages',
    expected: 'Give an address such as postgres://name:password@host:5432/database',
    read: readDatabaseUrl,
    secret: true,
  },
  EXAMPLE: {
    summary: 'the example county to load into an empty store: worcestershire, or none (none in production)',
    expected: 'Give worcestershire or none',
    read: oneOf('worcestershire', 'none'),
  },
  EXAMPLE_PASSWORD: {
    summary: 'the password of the example accounts; otherwise one is made and printed once',
    expected: `Give at least ${shortestPassword} characters`,
    read: (text) => (text.length >= shortestPassword && text.length <= 256 ? text : undefined),
    secret: true,
  },
  TODAY: {
    summary: 'a fixed day for the product, never in production',
    expected: 'Give a day that exists, as 2023-07-07',
    read: (text): LocalDate | undefined => parseDate(text),
  },
  OIDC_ISSUER: {
    summary: 'the identity provider for single sign-on',
    expected: 'Give its address, which begins https:// (http:// only on this machine)',
    read: readIssuer,
  },
  OIDC_CLIENT_ID: {
    summary: 'the name by which the identity provider knows this site',
    expected: 'Give the client id',
    read: (text): string | undefined => text,
  },
  OIDC_CLIENT_SECRET: {
    summary: 'the secret shared with the identity provider',
    expected: 'Give the client secret',
    read: (text): string | undefined => text,
    secret: true,
  },
  SMTP_URL: {
    summary: 'the mail server',
    expected: 'Give an address such as smtps://name:password@host:465',
    read: (text) => readUrl(text, ['smtp:', 'smtps:'])?.href,
    secret: true,
  },
  SECRET_KEY: {
    summary: 'the key that protects forms and sessions; needed in production, otherwise kept in DATA_DIR',
    expected: `Give at least ${shortestSecretKey} characters that nobody can guess, e.g. from: openssl rand -base64 48`,
    read: (text) => (text.length >= shortestSecretKey && new Set(text).size > 7 ? text : undefined),
    secret: true,
  },
} satisfies Record<string, Setting<unknown>>

export type SettingName = keyof typeof settings

/** Every setting with what it is for, one a line. */
export function settingsInWords(): string {
  const longest = Math.max(...Object.keys(settings).map((name) => name.length))
  return Object.entries(settings)
    .map(([name, setting]) => `  ${name.padEnd(longest)}  ${setting.summary}`)
    .join('\n')
}

function oneOf<const Word extends string>(...words: readonly Word[]): (text: string) => Word | undefined {
  return (text) => words.find((word) => word === text)
}

function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : undefined
}

function readUrl(text: string, protocols: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && protocols.includes(url.protocol) && url.hostname !== '' ? url : undefined
}

function readOrigin(text: string): string | undefined {
  const url = readUrl(text, ['http:', 'https:'])
  return url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' ? url.origin : undefined
}

/** PostgreSQL also takes `postgres:///name?host=/run/postgresql`, which names no host. */
function readDatabaseUrl(text: string): string | undefined {
  return /^postgres(ql)?:\/\/\S+$/.test(text) && URL.canParse(text) ? text : undefined
}

function readIssuer(text: string): string | undefined {
  const url = readUrl(text, ['https:', 'http:'])
  const here = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url !== undefined && (url.protocol === 'https:' || here) ? text : undefined
}
