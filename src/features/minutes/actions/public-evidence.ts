import type { Step } from './action.ts'

/** The parts of this site that anybody may read, by the first word of their addresses. What is not named here might be behind the sign-in, or opened by a key. */
const publicParts = new Set(['bodies', 'meetings', 'recommendations', 'questions', 'requests-for-documents', 'task-groups', 'forward-plan', 'decisions', 'interests', 'rules', 'measures', 'dashboards', 'api'])

/** Names of keys by which an address opens something to whoever has it. */
const keys = /^(.*[-_])?(token|access[-_]?token|sig|signature|key|apikey|api[-_]key|auth|authorization|password|pwd|secret|session|sessionid|jwt|ticket|guestaccess|guestaccesstoken|share|sharekey|invite)$/i
const mostLike = /^(?=.*\d)(?=.*[a-z])[\w-]{40,}$/i

interface Place {
  /** Where this site is; an address that begins with it is one of this site. */
  readonly origin?: string
  /** Of what was asked in private the evidence may be private as well. */
  readonly isPrivate?: boolean
}

/** Why the link of a step is no evidence that the public can follow, in words, with what to give; undefined where it is, and where there is none. */
export function hiddenLink(step: Step, place: Place = {}): string | undefined {
  return 'link' in step && step.link !== undefined ? hiddenAddress(step.link, place) : undefined
}

/** The same of an address by itself. */
export function hiddenAddress(address: string, { origin = 'https://this.site', isPrivate = false }: Place): string | undefined {
  if (!URL.canParse(address, origin)) return 'This is no address. Give one of this site that begins with /, or one that begins with https://'
  const url = new URL(address, origin)
  const opened = openedByKey(url)
  if (opened !== undefined) return opened
  if (url.origin === new URL(origin).origin) return isPrivate || isPublicPath(url.pathname) ? undefined : behindSignIn
  if (url.protocol !== 'https:') return 'This address can be read and changed on its way. Give one that begins with https://, or one of this site that begins with /'
  return isOnTheInternet(url.hostname) ? undefined : 'Nobody outside the council’s own network can open this address. Give a published paper, meeting or minute of this site, or a public address that begins with https://'
}

const behindSignIn = 'The public cannot open this address. Give a published paper, meeting or minute of this site, such as /bodies/cabinet/2023-07-06/items/3, or an address that begins with https://'

function isPublicPath(path: string): boolean {
  const [, first = '', second = ''] = decoded(path).split('/')
  return first === '' || publicParts.has(first.replace(/\.[a-z]+$/, '')) && second !== '..'
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

function openedByKey({ username, password, searchParams, hash }: URL): string | undefined {
  if (username !== '' || password !== '') return 'This address holds a name or a password. Give one without, that anybody can open'
  const all = [...searchParams, ...new URLSearchParams(hash.slice(1))]
  const [name] = all.find(([word, value]) => value !== '' && (keys.test(word) || mostLike.test(value))) ?? []
  return name === undefined ? undefined : `This address holds a key (“${name.slice(0, 30)}”) that opens it to whoever has it. Give the address of what is published, without it`
}

function isOnTheInternet(host: string): boolean {
  const isNumber = /^\[|^\d+(\.\d+){3}$/.test(host)
  return !isNumber && host.includes('.') && !/\.(local|localhost|internal|lan|home|intranet|corp)$/.test(host)
}
