import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { planEntry, type PlanEntry } from '../entry/plan-entry.ts'

/** Where a text of the record is typed, for those whose field has another name. */
const fields: readonly (readonly [path: RegExp, field: string])[] = [
  [/^private\.representations\.\d+\.answer$/, 'answer'],
  [/^private\.representations/, 'said'],
  [/^decision\.shortfall/, 'short-reason'],
  [/^decision\.exempt\.reason$/, 'exempt-reason'],
  [/^decision\.exempt\.agreedBy$/, 'exempt-by'],
  [/^callIn\.considered\.comments$/, 'words'],
  [/^implemented\.words$/, 'said'],
]

/** Holds an entry to its schema after a turn, so that what is kept can always be read: a text that is too long is refused at its field. */
export function checkedEntry(entry: PlanEntry): Outcome<PlanEntry> {
  const read = planEntry.safeParse(entry)
  if (read.success) return ok(read.data)
  const faults = read.error.issues.map(({ path, message }) => ({ field: fieldOf(path.join('.')), message }))
  return refuse('invalid', '', faults)
}

function fieldOf(path: string): string {
  return fields.find(([pattern]) => pattern.test(path))?.[1] ?? path.split('.').at(-1) ?? path
}
