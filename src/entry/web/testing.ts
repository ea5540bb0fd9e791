import assert from 'node:assert/strict'
import type { Server } from '#platform/http/server.ts'

type Cookies = Record<string, string>
type Answer = Awaited<ReturnType<Server['inject']>>

/** A browser without scripts at a server: it keeps cookies, and sends forms as the page shows them. */
export class FormBrowser {
  readonly #server: Server
  cookies: Cookies = {}

  constructor(server: Server) {
    this.#server = server
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#request('GET', url, headers)
  }

  post(url: string, fields: Record<string, string> | URLSearchParams, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = new URLSearchParams(fields).toString()
    return this.#request('POST', url, { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload)
  }

  postFiles(url: string, parts: FormData, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#request('POST', url, headers, parts)
  }

  /** Presses the button of the first form of a page that posts to this address; its hidden fields go along. */
  press(page: Answer, action: string, typed: Record<string, string> = {}): Promise<Answer> {
    return this.post(action, new URLSearchParams([...hiddenFields(page.body, action), ...Object.entries(typed)]))
  }

  async signIn(email: string, password: string): Promise<void> {
    const answer = await this.press(await this.get('/sign-in'), '/sign-in', { email, password })
    assert.equal(answer.statusCode, 303, answer.body)
  }

  async #request(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string | FormData): Promise<Answer> {
    const answer = await this.#server.inject({ method, url, cookies: this.cookies, headers, ...(payload === undefined ? {} : { payload }) })
    for (const { name, value, maxAge } of answer.cookies) {
      if (maxAge === 0) delete this.cookies[name]
      else this.cookies[name] = value
    }
    return answer
  }
}

/** The hidden fields of the form that posts to this address, in their order. */
export function hiddenFields(page: string, action: string): [string, string][] {
  const form = page.match(/<form [^]*?<\/form>/g)?.find((text) => text.includes(`action="${action.replaceAll('&', '&amp;')}"`))
  assert.ok(form !== undefined, `no form posts to ${action}: ${page}`)
  return [...form.matchAll(/<input type="hidden" name="([^"]*)"[^>]* value="([^"]*)">/g)].map(([, name = '', value = '']) => [plain(name), plain(value)])
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
