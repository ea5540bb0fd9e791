import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { carriedForm } from '../staff/carried-form.ts'
import { cookieValue } from '../sessions/cookies.ts'
import { currentSession, type CurrentSession } from '../sessions/current-session.ts'
import { pageAnswer } from './answers.ts'
import { openKeptForm, type KeptForm } from './kept-form.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

/** Shows what had been typed to the person who has signed in again; undefined where nothing was kept. */
export function goOn(door: SignInDoor, visit: Visit, session: CurrentSession, sealed: string | undefined): SignInAnswer | undefined {
  const form = openKeptForm(door.secretKey, sealed, visit.now)
  if (form === undefined) return undefined
  const answer = session.actor.account === form.account ? keptPage(session, form) : anothersPage(session)
  return { ...answer, session }
}

/** The session that has just begun, from the cookie that goes out with this answer. */
export async function sessionBegun(door: SignInDoor, visit: Visit, { cookies }: SignInAnswer): Promise<CurrentSession | undefined> {
  const jar = { ...visit.cookies, ...Object.fromEntries(cookies.map(({ name, value }) => [name, value])) }
  return cookieValue('session', jar, visit.origin) === undefined ? undefined : currentSession(door, { ...visit, cookies: jar })
}

function keptPage(session: CurrentSession, { to, fields, files }: KeptForm): SignInAnswer & { kind: 'page' } {
  const form = carriedForm({ to, token: session.formToken, fields, files, submit: 'Send what I had typed' })
  const body = html`<p class="govuk-body-l">What you had typed is here. It has not been sent yet.</p>${form}`
  return pageAnswer('You are signed in again', body, undefined)
}

/** Nothing of it is shown: it is somebody else's. */
function anothersPage({ actor }: CurrentSession): SignInAnswer & { kind: 'page' } {
  return pageAnswer('This was typed by somebody else', whyNotCarried(actor.name), {
    kind: 'not-allowed',
    message: '',
    faults: [],
  })
}

export function whyNotCarried(name: string): Html {
  return html`<p class="govuk-body-l">The form was filled in while somebody else was signed in on this browser. You are signed in as ${userText(name)},
and it is not sent in your name.</p>
<p class="govuk-body">Nothing was saved. Whoever typed it can go back to that page in this browser, copy the text, and sign in as themselves.</p>
<p class="govuk-body"><a class="govuk-link" href="/staff">Go to your work</a></p>`
}
