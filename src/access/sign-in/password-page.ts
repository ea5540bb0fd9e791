import type { Refusal } from '#core/outcome.ts'
import { passwordInput } from '#platform/pages/components/password-input.ts'
import { faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { changePassword } from '../accounts/change-password.ts'
import { currentSession, formTokenHolds, type CurrentSession } from '../sessions/current-session.ts'
import { form, pageAnswer, signedIn, staleForm } from './answers.ts'
import { newPasswordFields } from './new-password-fields.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

const path = '/staff/password'
const signInFirst: SignInAnswer = { kind: 'moved', to: `/sign-in?next=${path}`, cookies: [] }

/** `GET /staff/password`: the form to change one's own password. */
export async function showPassword(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const session = await currentSession(door, visit)
  return session === undefined ? signInFirst : passwordPage(session)
}

/** `POST /staff/password` with `current` and `password`. */
export async function submitPassword(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const session = await currentSession(door, visit)
  if (session === undefined) return signInFirst
  if (!formTokenHolds(session, visit.fields)) return passwordPage(session, staleForm)
  const { current = '', password = '' } = visit.fields
  const changed = await changePassword({ ...visit.context, actor: session.actor }, { current, password }, visit.now)
  return changed.ok ? signedIn(door, visit, changed.value, '/staff?changed=password') : passwordPage(session, changed.refusal)
}

function passwordPage(session: CurrentSession, refusal?: Refusal): SignInAnswer {
  const current = passwordInput({
    name: 'current',
    label: { text: 'Current password' },
    autocomplete: 'current-password',
    error: faultFor(refusal, 'current'),
  })
  const fields = [current, newPasswordFields(session.email, refusal)]
  const body = html`${refusal && faultSummary(refusal)}
<p class="govuk-body">Everywhere else you are signed in, you will be signed out.</p>
${form(path, session.formToken, fields, 'Change password')}`
  return pageAnswer('Change your password', body, refusal)
}
