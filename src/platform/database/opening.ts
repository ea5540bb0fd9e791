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
  /** Most that one session may keep in temporary files, as PostgreSQL writes sizes. Only a login that may set it can. */
  readonly temporaryFiles?: string
}

/** Everything that opens a transaction, as one text and so one round trip. All of it ends with the transaction. */
export function openingText(opening: Opening): string {
  return [
    opening.mode === 'read write' ? 'BEGIN' : 'BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY',
    // Before the role, which may not set it.
    ...(opening.temporaryFiles === undefined ? [] : [`SET LOCAL temp_file_limit = '${opening.temporaryFiles}'`]),
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

/** The one way in which a public transaction begins; temporary files are limited where the login may do so. */
export function publicOpening(council: string, { limitsFiles }: { readonly limitsFiles: boolean }): string {
  const limits = { statementLimit: publicStatementLimit, ...(limitsFiles ? { temporaryFiles: '64MB' } : {}) }
  return openingText({ role: 'golden_public', council, actor: 'public', mode: 'read only', ...limits })
}

/** The one way in which a transaction of staff begins. */
export function staffOpening(council: string, actor: string, mode: Opening['mode']): string {
  return openingText({ role: 'golden_staff', council, actor, mode })
}

/** Tells whether a text is the opening of a staff transaction of this council, whoever acts. */
export function isStaffOpening(council: string): (text: string) => boolean {
  const beginnings = (['read write', 'read only'] as const).map((mode) => staffOpening(council, '', mode).slice(0, -literal('').length))
  return (text) => beginnings.some((beginning) => text.startsWith(beginning) && aLiteral.test(text.slice(beginning.length)))
}

/** One text in quotes to the end, as `escapeLiteral` writes it. */
const aLiteral = /^(?:'(?:[^'\\]|'')*'| E'(?:[^'\\]|''|\\\\)*')$/
