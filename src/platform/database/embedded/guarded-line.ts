import type { Guard } from './connection.ts'
import type { TransactionStatus, WireMessage } from './wire.ts'
import { textAt } from './wire.ts'

interface Limits {
  /** Who speaks, for the objection: `The public`. */
  readonly who: string
  /** Whether this text may begin a transaction. */
  readonly mayOpen: (text: string) => boolean
  /** Whether this single statement may be said inside it. */
  readonly mayState: (statement: string) => boolean
}

/**
 * What a connection may say to the embedded database. Its one session belongs to the superuser, so nobody but the owner may ever leave
 * the role and the mode in which the transaction began: the opening is one fixed text, and after it come only single
 * statements of the kind allowed. Everything else is answered with an error and never reaches PostgreSQL.
 */
export function guardedLine(limits: Limits): Guard {
  return (batch, status) => {
    for (const message of batch) {
      const objection = objectionTo(message, status, limits)
      if (objection !== undefined) return `${limits.who} may not ${objection}`
    }
    return undefined
  }
}

function objectionTo({ kind, bytes }: WireMessage, status: TransactionStatus, limits: Limits): string | undefined {
  switch (kind) {
    case 'Q':
      return mayBeSaid(textAt(bytes, 5).text, status, limits) ? undefined : 'say this'
    case 'P':
      return objectionToStatement(bytes, status, limits)
    case 'B':
      return textAt(bytes, 5).text === '' ? undefined : 'keep a cursor'
    case 'D':
    case 'E':
    case 'S':
      return undefined
    default:
      return 'use this part of the protocol'
  }
}

function mayBeSaid(text: string, status: TransactionStatus, limits: Limits): boolean {
  if (status === 'I') return limits.mayOpen(text) || text === 'ROLLBACK'
  return text === 'COMMIT' || text === 'ROLLBACK'
}

function objectionToStatement(bytes: Buffer, status: TransactionStatus, limits: Limits): string | undefined {
  const name = textAt(bytes, 5)
  if (name.text !== '') return 'keep a prepared statement'
  if (status === 'I') return 'say a statement outside a transaction'
  return limits.mayState(textAt(bytes, name.next).text) ? undefined : 'say this kind of statement'
}
