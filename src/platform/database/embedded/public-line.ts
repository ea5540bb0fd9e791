import { isReading } from '../reading-statement.ts'
import type { Guard } from './connection.ts'
import type { TransactionStatus, WireMessage } from './wire.ts'
import { textAt } from './wire.ts'

/**
 * What the public's connections may say to the embedded database. Its one session belongs to the superuser, so the public role must
 * never be able to leave its role or its read-only transaction: the opening is one fixed text, and after it only single
 * statements that read. Everything else is answered with an error and never reaches PostgreSQL.
 */
export function publicLine(opening: string): Guard {
  return (batch, status) => {
    for (const message of batch) {
      const objection = objectionTo(message, status, opening)
      if (objection !== undefined) return objection
    }
    return undefined
  }
}

function objectionTo({ kind, bytes }: WireMessage, status: TransactionStatus, opening: string): string | undefined {
  switch (kind) {
    case 'Q':
      return mayBeSaid(textAt(bytes, 5).text, status, opening) ? undefined : 'The public may not say this'
    case 'P':
      return objectionToStatement(bytes, status)
    case 'B':
      return isNamed(bytes, 5) ? 'The public may not keep a cursor' : undefined
    case 'D':
    case 'E':
    case 'S':
      return undefined
    default:
      return 'The public may not use this part of the protocol'
  }
}

function mayBeSaid(text: string, status: TransactionStatus, opening: string): boolean {
  if (status === 'I') return text === opening || text === 'ROLLBACK'
  return text === 'COMMIT' || text === 'ROLLBACK'
}

function objectionToStatement(bytes: Buffer, status: TransactionStatus): string | undefined {
  const name = textAt(bytes, 5)
  if (name.text !== '') return 'The public may not keep a prepared statement'
  if (status === 'I') return 'The public reads inside its transaction only'
  return isReading(textAt(bytes, name.next).text) ? undefined : 'The public may only read'
}

function isNamed(bytes: Buffer, offset: number): boolean {
  return textAt(bytes, offset).text !== ''
}
