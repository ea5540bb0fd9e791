import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { examplePassword } from '../site/product.ts'
import type { Site } from '../site/start-site.ts'
import { openForm, post, signIn, trySignIn } from '../site/visitor.ts'

/** Each example account and the words by which its owner is told who they are. */
const accounts: Readonly<Record<string, RegExp>> = {
  officer: /scrutiny officer/,
  chair: /chair of a panel/,
  councillor: /member of a panel/,
  coopted: /co-opted member/,
  director: /director/,
  analyst: /performance analyst/,
  finance: /finance partner/,
  partnership: /partnership manager/,
  manager: /practice manager/,
  practitioner: /practitioner/,
  auditor: /auditor/,
  admin: /administrator/,
}

/** Councillors and staff come in and go out; nobody else does. */
export function signingIn(site: () => Site, browser: () => Browser): void {
  test('each example account signs in by the browser, is told who it is, and signs out', async () => {
    for (const [name, role] of Object.entries(accounts)) {
      const context = await browser().newContext()
      const page = await context.newPage()
      await page.goto(`${site().address}/sign-in`)
      await page.getByLabel('E-mail address').fill(`${name}@example.test`)
      await page.locator('#password').fill(examplePassword)
      await page.locator('#password').press('Enter')
      await page.waitForURL(`${site().address}/staff`)
      await page.getByText('Your account, password and role').click()
      assert.match(await page.locator('main').innerText(), role, name)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.waitForURL(`${site().address}/`)
      await page.goto(`${site().address}/staff`)
      assert.equal(new URL(page.url()).pathname, '/sign-in', `${name} is out`)
      await context.close()
    }
  })

  test('without JavaScript one signs in as well, and comes to the page that was asked for', async () => {
    const context = await browser().newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${site().address}/staff/password`)
    assert.equal(await page.locator('h1').textContent(), 'Sign in')
    await page.getByLabel('E-mail address').fill('chair@example.test')
    await page.locator('#password').fill(examplePassword)
    await page.getByRole('button', { name: 'Sign in' }).click()
    assert.equal(new URL(page.url()).pathname, '/staff/password')
    await context.close()
  })

  test('after signing in nobody is sent to another site', async () => {
    const elsewhere = ['https://evil.example/', '//evil.example/staff', '/\\evil.example', '/staff/../..//evil.example', '/staff@evil.example']
    for (const next of [...elsewhere, '/meetings']) {
      const answer = await trySignIn(site(), { email: 'analyst@example.test', password: examplePassword, next })
      assert.equal(answer.status, 303)
      assert.equal(new URL(answer.headers.get('location') ?? '', site().address).origin, site().address, next)
    }
  })

  test('the session’s cookie is closed to scripts and to other sites, and the public pages set none', async () => {
    const answer = await trySignIn(site(), { email: 'director@example.test', password: examplePassword })
    const [set = ''] = answer.headers.getSetCookie().filter((one) => one.startsWith('golden-thread-session='))
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) assert.ok(set.split('; ').includes(flag), `${set} has ${flag}`)
    assert.match(set, /=[\w-]{40,};/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
  })

  test('a wrong password, an unknown address and no password are refused alike, at the field, and the password is not sent back', async () => {
    const refusals: string[] = []
    for (const email of ['finance@example.test', 'nobody@example.test']) {
      const answer = await trySignIn(site(), { email, password: 'a-wrong-password-entirely' })
      const text = await answer.text()
      assert.equal(answer.status, 400)
      assert.match(text, /<title>Error: Sign in/)
      assert.match(text, /href="#email"/)
      assert.doesNotMatch(text, /a-wrong-password-entirely/)
      assert.equal(answer.headers.getSetCookie().some((one) => /session=[^;]/.test(one)), false)
      refusals.push(text.replaceAll(email, 'E-MAIL').replaceAll(/name="token" value="[^"]*"/g, ''))
    }
    assert.equal(refusals[0], refusals[1])
    const empty = await trySignIn(site(), { email: '', password: '' })
    assert.equal(empty.status, 400)
    assert.match(await empty.text(), /Enter your e-mail address/)
  })

  test('a form whose token is missing or forged, or that comes without its cookie, is refused in plain words', async () => {
    const fields = { email: 'manager@example.test', password: examplePassword }
    const { token, cookie } = await openForm(site())
    const other = await openForm(site())
    const forms = {
      'without its token': { token: '', cookie },
      forged: { token: `${token.slice(0, -2)}xx`, cookie },
      'of another browser': { token, cookie: other.cookie },
      'without its cookie': { token, cookie: '' },
    }
    for (const [what, form] of Object.entries(forms)) {
      const answer = await post(site(), '/sign-in', { ...form, fields })
      assert.equal(answer.status, 403, what)
      assert.match(await answer.text(), /This form had been open for too long/, what)
    }
    const session = await signIn(site(), 'manager')
    assert.equal((await post(site(), '/sign-out', { token: 'forged', cookie: session, fields: {} })).headers.get('location'), '/staff')
    assert.equal(await staffStatus(site(), session), 200, 'a forged form signs nobody out')
  })

  test('once signed out, the old cookie opens nothing, and a second sign-in has another', async () => {
    const first = await signIn(site(), 'partnership')
    const second = await signIn(site(), 'partnership')
    assert.notEqual(first, second)
    const home = await (await fetch(`${site().address}/staff`, { headers: { cookie: first } })).text()
    const token = /name="token" value="([^"]+)"/.exec(home)?.[1] ?? ''
    assert.equal((await post(site(), '/sign-out', { token, cookie: first, fields: {} })).headers.get('location'), '/')
    assert.equal(await staffStatus(site(), first), 303)
    assert.equal(await staffStatus(site(), second), 200)
    assert.equal(await staffStatus(site(), 'golden-thread-session=made-up'), 303)
  })

  test('signed out, the staff’s pages lead to the sign-in and no cache keeps them', async () => {
    const answer = await fetch(`${site().address}/staff`, { redirect: 'manual' })
    assert.deepEqual([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')], [303, '/sign-in?next=/staff', 'no-store'])
  })

  // Last, because it locks the practitioner out for five minutes.
  test('after ten wrong guesses in five minutes even the right password is refused, in plain words', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess += 1) {
      const answer = await trySignIn(site(), { email: 'practitioner@example.test', password: `wrong-guess-number-${guess}` })
      statuses.push(answer.status)
      if (answer.status === 429) assert.match(await answer.text(), /too many attempts\. Wait five minutes/)
    }
    assert.ok(statuses.indexOf(429) <= 10 && statuses.indexOf(429) !== -1, `the eleventh guess is refused: ${statuses.join()}`)
    assert.deepEqual(statuses.slice(10), [429, 429])
    const right = await trySignIn(site(), { email: 'practitioner@example.test', password: examplePassword })
    assert.equal(right.status, 429)
  })
}

async function staffStatus(site: Site, cookie: string): Promise<number> {
  return (await fetch(`${site.address}/staff`, { headers: { cookie }, redirect: 'manual' })).status
}
