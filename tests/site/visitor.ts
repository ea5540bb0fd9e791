import assert from 'node:assert/strict'
import { examplePassword } from './product.ts'
import type { Site } from './start-site.ts'

/** The hidden token of the sign-in form, with the cookie that it must come back with. */
export interface OpenForm {
  readonly token: string
  readonly cookie: string
}

export async function openForm({ address }: Site): Promise<OpenForm> {
  const answer = await fetch(`${address}/sign-in`)
  const token = /name="token" value="([^"]+)"/.exec(await answer.text())?.[1] ?? assert.fail('the form has no token')
  return { token, cookie: answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ') }
}

/** Sends a form as a browser does, and does not follow where it leads. */
export function post({ address }: Site, path: string, form: OpenForm & { readonly fields: Readonly<Record<string, string>> }): Promise<Response> {
  const body = new URLSearchParams({ token: form.token, ...form.fields })
  return fetch(`${address}${path}`, { method: 'POST', body, headers: { cookie: form.cookie }, redirect: 'manual' })
}

/** Opens the sign-in form and sends it filled in so. */
export async function trySignIn(site: Site, fields: Readonly<Record<string, string>>): Promise<Response> {
  return post(site, '/sign-in', { ...(await openForm(site)), fields })
}

/** Signs an example account in; answers the cookie of its session. */
export async function signIn(site: Site, account: string): Promise<string> {
  const answer = await trySignIn(site, { email: `${account}@example.test`, password: examplePassword })
  assert.equal(answer.status, 303, `${account} signs in`)
  const session = answer.headers.getSetCookie().find((one) => one.startsWith('golden-thread-session='))
  return session?.split(';')[0] ?? assert.fail('no session cookie')
}
