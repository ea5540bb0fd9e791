/**
 * What a verb or a parser gives back: the value, or a refusal that the person who asked can put right.
 * A defect is thrown; a refusal is returned.
 */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** Why it was refused; each door turns the kind into a status, a page or an exit code. */
export type RefusalKind =
  /** What was given cannot be used as it stands; `faults` say where and what was expected. */
  | 'invalid'
  /** This person may not do this. */
  | 'not-allowed'
  | 'not-found'
  /** Somebody else changed it meanwhile, or it is there already. */
  | 'conflict'
  /** A rule of time or state forbids it now. */
  | 'not-now'
  /** Something this needs is not there at the moment: a full disk, a locked store. */
  | 'unavailable'

export interface Refusal {
  readonly kind: RefusalKind
  /** One or two sentences in the reader's words: what is wrong and what to do. */
  readonly message: string
  readonly faults: readonly Fault[]
}

/** One thing that is wrong, and where. */
export interface Fault {
  readonly file?: string
  /** Line of a text file or row of a table, counted from 1, the header row included. */
  readonly row?: number
  /** Column of a table, field of a form, or path in a document such as `items[3].title`. */
  readonly field?: string
  /** What was found, cut short where it is long. */
  readonly found?: string
  /** What was expected, as an instruction: "Give the date as 2023-07-07". */
  readonly message: string
}

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(kind: RefusalKind, message: string, faults: readonly Fault[] = []): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { kind, message, faults } }
}

/** The fault in one line: `meetings.yaml, row 12, items[3].title: found "", give the item a title`. */
export function faultLine(fault: Fault): string {
  const where = [fault.file, fault.row === undefined ? undefined : `row ${fault.row}`, fault.field].filter((part) => part !== undefined)
  const found = fault.found === undefined ? '' : `found ${JSON.stringify(fault.found)}. `
  return `${where.join(', ')}${where.length > 0 ? ': ' : ''}${found}${fault.message}`
}
