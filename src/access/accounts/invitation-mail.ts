import type { Mail } from '#platform/mail/queue-mail.ts'
import { invitationDays } from './invitation-store.ts'

const reasons = {
  first: [
    'Your account on Golden Thread',
    'You have been given an account on Golden Thread. Choose your password here:',
    'without it nobody can use the account',
  ],
  again: [
    'A new password on Golden Thread',
    'You have been invited to choose a new password for Golden Thread. Choose it here:',
    'your password stays as it is',
  ],
} as const

/** The e-mail that brings somebody the link to choose their password: their first, or another for one that was forgotten. */
export function invitationMail(person: { readonly name: string; readonly email: string }, link: string, which: keyof typeof reasons): Mail {
  const [subject, reason, unless] = reasons[which]
  const lines = [
    `Dear ${person.name},`,
    '',
    reason,
    '',
    link,
    '',
    `The link works once, for ${invitationDays} days. If you did not expect it, do nothing: ${unless}.`,
  ]
  return { to: person.email, subject, text: `${lines.join('\n')}\n` }
}
