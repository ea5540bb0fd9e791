import type { Refusal } from '#core/outcome.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { passwordInput } from '#platform/pages/components/password-input.ts'
import { faultFor, faultSummary, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { invitationDays } from '../accounts/invitation-store.ts'
import { cookieValue } from '../sessions/cookies.ts'
import { currentSession } from '../sessions/current-session.ts'
import { comesFromOurForm, form, pageAfter, pageAnswer, signedIn, staleForm, visitorForm } from './answers.ts'
import { goOn, sessionBegun } from './kept-form-page.ts'
import { openKeptForm } from './kept-form.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import { signIn } from './sign-in.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

/** `GET /sign-in`: the form; whoever is signed in already goes on. */
export async function showSignIn(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const next = visit.query.get('next')
  const session = await currentSession(door, visit)
  if (session !== undefined) return { kind: 'moved', to: pageAfter(next), cookies: [] }
  return signInPage(door, visit, { next: pageAfter(next) })
}

/** `POST /sign-in` with `email`, `password` and the form's token. */
export async function submitSignIn(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const { email = '', password = '' } = visit.fields
  const next = pageAfter(visit.fields['next'])
  const shown = { next, email, kept: visit.fields['kept'] }
  if (!comesFromOurForm(door, visit)) return signInPage(door, visit, { ...shown, refusal: staleForm })
  const faults = [
    ...(email.trim() === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
    ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
  ]
  if (faults.length > 0) return signInPage(door, visit, { ...shown, refusal: { kind: 'invalid', message: '', faults } })
  const formerToken = cookieValue('session', visit.cookies, visit.origin)
  const terms = { now: visit.now, unusedDays: door.unusedDays, formerToken }
  const jar = { secretKey: door.secretKey, origin: visit.origin, cookies: visit.cookies }
  const entered = await signIn(visit.context, { email, password, address: visit.address, browser: knownBrowser(jar, email) }, terms)
  if (!entered.ok) return signInPage(door, visit, { ...shown, refusal: entered.refusal })
  const answer = signedIn(door, visit, entered.value, next)
  return carryOn(door, visit, { ...answer, cookies: [...answer.cookies, rememberBrowser(jar, email)] }, shown.kept)
}

/** Goes on to what somebody had typed before, where there is such a thing. */
async function carryOn(door: SignInDoor, visit: Visit, entered: SignInAnswer, kept: string | undefined): Promise<SignInAnswer> {
  if (kept === undefined) return entered
  const session = await sessionBegun(door, visit, entered)
  const found = session && goOn(door, visit, session, kept)
  return found === undefined ? entered : { ...found, cookies: entered.cookies }
}

interface Shown {
  readonly next: string
  /** As it was typed. The password is never sent back. */
  readonly email?: string
  /** What was typed when the session was over, as `sealKeptForm` made it: goes along, unseen. */
  readonly kept?: string | undefined
  readonly refusal?: Refusal
}

export function signInPage(door: SignInDoor, visit: Visit, shown: Shown): SignInAnswer & { readonly kind: 'page' } {
  const { token, cookies } = visitorForm(door, visit)
  const kept = openKeptForm(door.secretKey, shown.kept, visit.now) === undefined ? undefined : shown.kept
  const carried = html`<input type="hidden" name="next" value="${shown.next}">${kept !== undefined && html`<input type="hidden" name="kept" value="${kept}">`}`
  const otherWay = door.singleSignOn && (kept === undefined ? singleSignOnButton(shown.next) : singleSignOnApart(token, carried))
  const body = html`${shown.refusal && faultSummary(shown.refusal)}${kept !== undefined && whatIsKept}${otherWay}
${form('/sign-in', token, [carried, fields(shown)], 'Sign in')}${helpToSignIn(door)}`
  return pageAnswer('Sign in', body, shown.refusal, cookies)
}

const whatIsKept = insetText({
  text: html`Your session was over, so nothing has been saved yet. What you had typed is kept in this page: sign in here, and you can send it.`,
})

function fields({ email, refusal }: Shown): Html {
  return html`${input({
    name: 'email',
    label: { text: 'E-mail address' },
    type: 'email',
    autocomplete: 'username',
    spellcheck: false,
    value: email,
    error: faultFor(refusal, 'email'),
  })}${passwordInput({
    name: 'password',
    label: { text: 'Password' },
    autocomplete: 'current-password',
    error: faultFor(refusal, 'password'),
  })}`
}

/** A password is reset by a person, since an e-mail address alone does not show who asks for access to a council's records. */
function helpToSignIn({ whomToAsk }: SignInDoor): Html {
  return html`<h2 class="govuk-heading-s">If you have forgotten your password</h2>
<p class="govuk-body">Nobody can read your password, and it cannot be changed from here without it. Ask for a new invitation: it is a link, good for
${invitationDays} days, at which you choose another password. ${whomToAsk()}</p>
<h2 class="govuk-heading-s">If you have no account</h2>
<p class="govuk-body">Everything that is published can be read without one. Accounts are for councillors and staff, and are added by the administrator.</p>`
}

function singleSignOnButton(next: string): Html {
  const href = `/sign-in/single-sign-on?next=${encodeURIComponent(next)}`
  return html`<p class="govuk-body">Use the account that you use for your work at the council.</p>
${button({ text: 'Sign in with your work account', href })}
<h2 class="govuk-heading-m">Or with a password</h2>`
}

/** The way to the provider leaves the page, and would lose what it keeps: so it is gone in another tab. */
function singleSignOnApart(token: CsrfToken, carried: Html): Html {
  return html`<h2 class="govuk-heading-m">With your work account</h2>
<p class="govuk-body">Leave this page open, since it holds what you had typed.
<a class="govuk-link" href="/sign-in/single-sign-on" target="_blank" rel="noopener">Sign in with your work account (opens in a new tab)</a>,
then come back to this tab and go on.</p>
${form('/sign-in/go-on', token, carried, 'I have signed in: go on')}
<h2 class="govuk-heading-m">Or with a password</h2>`
}
