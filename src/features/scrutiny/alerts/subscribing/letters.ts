import { inShort } from '#features/minutes'
import type { Mail } from '#platform/mail/queue-mail.ts'
import type { Change } from '../alert-source.ts'
import type { KnownTopic } from './known-topics.ts'

interface From {
  readonly council: string
  readonly origin: string
}

/** Asks whoever has the mailbox whether it was they who asked. It carries no word that somebody typed. */
export function confirmLetter(to: string, topics: readonly KnownTopic[], token: string, { council, origin }: From): Mail {
  const lines = [
    `Somebody asked ${council} to write to this address when there is news of:`,
    '',
    ...topics.map(({ label }) => `- ${label}`),
    '',
    'If that was you, open this address and press the button there:',
    `${origin}/alerts/confirm/${token}`,
    '',
    'If it was not you, do nothing: we write no more, and forget this address after seven days.',
  ]
  return { to, subject: subjectOf(`Do you want news from ${council}?`), text: `${lines.join('\n')}\n` }
}

/** So many pieces are told with their words; of more than these each has its title and address. */
const mostInFull = 50

/** What is new, in one letter: all of it. Its subject says who writes, what the first piece is about, and how many come with it. */
export function newsLetter(to: string, changes: readonly Change[], stopToken: string, { council, origin }: From): Mail {
  const lines = [
    ...changes.flatMap(({ title, words, href }, index) => [oneLine(title), ...(index < mostInFull ? [oneLine(words)] : []), `${origin}${href}`, '']),
    '--',
    `You asked ${council} for this news. To stop it, open this address and press the button there:`,
    `${origin}/alerts/stop/${stopToken}`,
  ]
  const [first, ...others] = changes
  const more = others.length === 0 ? '' : ` and ${others.length} more`
  return { to, subject: subjectOf(`News from ${council}: ${inShort(first?.title ?? '')}${more}`), text: `${lines.join('\n')}\n`, stop: `${origin}/alerts/stop/${stopToken}` }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

const longestSubject = 200

function subjectOf(words: string): string {
  return oneLine(words.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')).slice(0, longestSubject)
}
