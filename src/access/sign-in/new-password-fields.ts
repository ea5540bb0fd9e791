import type { Refusal } from '#core/outcome.ts'
import { passwordInput } from '#platform/pages/components/password-input.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'

/** The field for a new password; the e-mail address goes with it unseen, for password managers. */
export function newPasswordFields(email: string, refusal: Refusal | undefined): Html {
  return html`<input type="hidden" name="username" autocomplete="username" value="${email}">${passwordInput({
    name: 'password',
    label: { text: 'New password' },
    hint: { text: 'At least 12 characters. Three or four words that do not belong together are easy to keep in mind and hard to guess.' },
    autocomplete: 'new-password',
    error: faultFor(refusal, 'password'),
  })}`
}
