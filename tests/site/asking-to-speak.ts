import assert from 'node:assert/strict'
import type { Site } from './start-site.ts'
import { post } from './visitor.ts'

export interface Asker {
  readonly name: string
  readonly statement: string
  readonly named?: 'yes' | 'no'
}

/** Sends the public form of a meeting without a browser; answers the page that says it was taken. */
export async function askToSpeak(site: Site, meeting: string, { name, statement, named = 'yes' }: Asker): Promise<string> {
  const form = await fetch(`${site.address}${meeting}/speak`)
  const page = await form.text()
  const hidden = (field: string) => new RegExp(`name="${field}" value="([^"]+)"`).exec(page)?.[1] ?? assert.fail(`the form has no ${field}`)
  const cookie = form.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.test`
  const fields = { sending: hidden('sending'), item: '3', statement, name, email, named }
  const answer = await post(site, `${meeting}/speak`, { token: hidden('token'), cookie, fields })
  assert.equal(answer.status, 303, `${name} asks to speak`)
  return (await fetch(`${site.address}${answer.headers.get('location') ?? ''}`)).text()
}
