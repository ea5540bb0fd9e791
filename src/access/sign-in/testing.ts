import { html } from '#platform/pages/html.ts'
import type { Context } from '../act.ts'
import { currentSession, type CurrentSession } from '../sessions/current-session.ts'
import { usualSessionLimits } from '../sessions/session-limits.ts'
import { at } from '../testing.ts'
import { signInRoutes } from './sign-in-routes.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

type Fields = Readonly<Record<string, string>>

/** A browser at the sign-in pages: it keeps cookies, and sends back the hidden fields of the last form it was shown. */
export class TestBrowser {
  readonly door: SignInDoor
  readonly context: Context
  origin = 'https://council.example'
  address = '203.0.113.7'
  now = at('09:00:00')
  readonly cookies = new Map<string, string>()
  hidden: Fields = {}

  constructor(context: Context, door: Partial<SignInDoor> = {}) {
    this.context = { ...context, actor: { kind: 'public' }, door: 'web' }
    const usual = { secretKey: 'a key of at least thirty-two characters', sessions: usualSessionLimits, unusedDays: 90 }
    this.door = { ...usual, whomToAsk: () => html`Write to Democratic Services.`, ...door }
  }

  get(address: string): Promise<SignInAnswer> {
    return this.#request('GET', address, {})
  }

  post(address: string, fields: Fields): Promise<SignInAnswer> {
    return this.#request('POST', address, { ...this.hidden, ...fields })
  }

  session(): Promise<CurrentSession | undefined> {
    return currentSession(this.door, this.#visit('/', {}))
  }

  async #request(method: 'GET' | 'POST', address: string, fields: Fields): Promise<SignInAnswer> {
    const visit = this.#visit(address, fields)
    const path = new URL(address, this.origin).pathname
    const route = signInRoutes.find((candidate) => candidate.method === method && candidate.path === path)
    if (route === undefined) throw new Error(`There is no route ${method} ${path}`)
    const answer = await route.answer(this.door, visit)
    for (const { name, value, options } of answer.cookies) {
      if (options.maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    this.hidden = answer.kind === 'page' ? hiddenFields(answer.body.toString()) : {}
    return answer
  }

  #visit(address: string, fields: Fields): Visit {
    const { context, origin, now } = this
    const query = new URL(address, origin).searchParams
    return { context, origin, address: this.address, now, cookies: Object.fromEntries(this.cookies), query, fields }
  }
}

function hiddenFields(page: string): Fields {
  const found = page.matchAll(/<input type="hidden" name="([^"]+)"[^>]* value="([^"]*)">/g)
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]))
}
