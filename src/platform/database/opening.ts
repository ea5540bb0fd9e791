import { escapeLiteral } from 'pg'

/** The database roles; `set-up.ts` makes them and says what each may do. */
type Role = 'golden_owner' | 'golden_staff' | 'golden_public'

interface Opening {
  readonly role: Role
  readonly council: string
  readonly actor: string
  readonly mode: 'read write' | 'read only'
  /** Longest that one statement may run, in milliseconds. */
  readonly statementLimit?: number
}

/** Everything that opens a transaction, as one text and so one round trip. All of it ends with the transaction. */
export function openingText(opening: Opening): string {
  return [
    opening.mode === 'read write' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY',
    `SET LOCAL ROLE ${opening.role}`,
    `SET LOCAL TimeZone = 'UTC'`,
    `SET LOCAL search_path = pg_catalog`,
    `SET LOCAL golden.council = ${literal(opening.council)}`,
    `SET LOCAL golden.actor = ${literal(opening.actor)}`,
    ...(opening.statementLimit === undefined ? [] : [`SET LOCAL statement_timeout = ${opening.statementLimit}`]),
  ].join('; ')
}

function literal(text: string): string {
  if (text.includes('\0')) throw new Error('A name given to the database holds a NUL character')
  return escapeLiteral(text)
}

/** Longest that a public statement may run, in milliseconds. */
export const publicStatementLimit = 15_000

/** The one way in which a public transaction begins. */
export function publicOpening(council: string): string {
  return openingText({ role: 'golden_public', council, actor: 'public', mode: 'read only', statementLimit: publicStatementLimit })
}
