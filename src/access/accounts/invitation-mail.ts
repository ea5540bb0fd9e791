import type { Mail } from '#platform/mail/queue-mail.ts'
import { invitationDays } from './invitation-store.ts'

/** The e-mail that brings somebody their first link. */
export function invitationMail(person: { readonly name: string; readonly email: string }, link: string): Mail {
  const lines = [
    `Dear ${person.name},`,
    '',
    'You have been given an account on Golden Thread. Choose your password here:',
    '',
    link,
    '',
    `The link works once, for ${invitationDays} days. If you did not expect it, do nothing: without it nobody can use the account.`,
  ]
  return { to: person.email, subject: 'Your account on Golden Thread', text: `${lines.join('\n')}\n` }
}
