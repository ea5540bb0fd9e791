import type { Refusal } from '#core/outcome.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { acceptInvitation, findInvitation } from '../accounts/accept-invitation.ts'
import { comesFromOurForm, form, pageAnswer, signedIn, staleForm, visitorForm } from './answers.ts'
import { newPasswordFields } from './new-password-fields.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

const title = 'Choose your password'

/** `GET /sign-in/invitation?key=…`: the form behind the link in an invitation. */
export function showInvitation(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  return invitationPage(door, visit, visit.query.get('key') ?? '')
}

/** `POST /sign-in/invitation` with `key` and `password`. */
export async function submitInvitation(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const { key = '', password = '' } = visit.fields
  if (!comesFromOurForm(door, visit)) return invitationPage(door, visit, key, staleForm)
  const accepted = await acceptInvitation(visit.context, { key, password }, visit.now)
  return accepted.ok ? signedIn(door, visit, accepted.value, '/staff') : invitationPage(door, visit, key, accepted.refusal)
}

async function invitationPage(door: SignInDoor, visit: Visit, key: string, refusal?: Refusal): Promise<SignInAnswer> {
  const invited = await findInvitation(visit.context, key, visit.now)
  if (!invited.ok) return pageAnswer(title, faultSummary(invited.refusal), invited.refusal)
  const { name, email } = invited.value
  const { token, cookies } = visitorForm(door, visit)
  const fields = html`<input type="hidden" name="key" value="${key}">${newPasswordFields(email, refusal)}`
  const body = html`${refusal && faultSummary(refusal)}
<p class="govuk-body">For ${userText(name)}, who signs in as ${email}.</p>${form('/sign-in/invitation', token, fields, 'Save and sign in')}`
  return pageAnswer(title, body, refusal, cookies)
}
