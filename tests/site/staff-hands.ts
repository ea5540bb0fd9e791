import assert from 'node:assert/strict'
import type { Site } from './start-site.ts'
import { signIn } from './visitor.ts'

export interface Answered {
  readonly status: number
  /** Where the browser is sent on to, within the site. */
  readonly to: string
  readonly text: string
  readonly type: string
  /** The browser keeps it as a file, and shows no page. */
  readonly isDownload: boolean
}

type Fields = Readonly<Record<string, string>>

/** Somebody who is signed in and sends forms without a browser, which is quicker. */
export class StaffHands {
  readonly #site: Site
  readonly #cookie: string
  /** The token of every form of this session. */
  readonly token: string

  constructor(site: Site, cookie: string, token: string) {
    this.#site = site
    this.#cookie = cookie
    this.token = token
  }

  get(path: string): Promise<Answered> {
    return this.#ask(path, {})
  }

  /** Sends a form with the token of this session, or with the one among the fields. */
  post(path: string, fields: Fields = {}): Promise<Answered> {
    return this.#ask(path, { method: 'POST', body: new URLSearchParams({ token: this.token, ...fields }) })
  }

  /** Sends a form with a file, or with none chosen. */
  upload(path: string, fields: Fields, file?: { readonly name: string; readonly bytes: Uint8Array }): Promise<Answered> {
    const form = new FormData()
    for (const [name, value] of Object.entries({ token: this.token, ...fields })) form.append(name, value)
    form.append('file', new Blob(file === undefined ? [] : [new Uint8Array(file.bytes)]), file?.name ?? '')
    return this.#ask(path, { method: 'POST', body: form })
  }

  /** Sends a form that must be taken; answers where it leads. */
  async done(path: string, fields: Fields = {}): Promise<string> {
    const answer = await this.post(path, fields)
    assert.equal(answer.status, 303, `${path} was not taken: ${words(answer.text).slice(0, 1500)}`)
    return answer.to
  }

  async #ask(path: string, init: RequestInit): Promise<Answered> {
    const { address } = this.#site
    const answer = await fetch(`${address}${path}`, { redirect: 'manual', ...init, headers: { cookie: this.#cookie } })
    const to = answer.headers.get('location') ?? ''
    const isDownload = answer.headers.get('content-disposition')?.startsWith('attachment') === true
    return { status: answer.status, to, text: await answer.text(), type: answer.headers.get('content-type') ?? '', isDownload }
  }
}

/** Signs an example account in. */
export async function handsOf(site: Site, account: string): Promise<StaffHands> {
  const cookie = await signIn(site, account)
  const page = await (await fetch(`${site.address}/staff/password`, { headers: { cookie } })).text()
  return new StaffHands(site, cookie, /name="token" value="([^"]+)"/.exec(page)?.[1] ?? assert.fail('the page has no token'))
}

/** The words of a page's main part, without its marks. */
export function words(page: string): string {
  const [, main = page] = /<main[^>]*>([^]*)<\/main>/.exec(page) ?? []
  const bare = main.replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  return bare.replaceAll(/\s+/g, ' ').trim()
}
