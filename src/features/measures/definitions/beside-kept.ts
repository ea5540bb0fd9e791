import { isDeepStrictEqual } from 'node:util'
import { formatDate } from '#core/date-words.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import type { Definition } from './definition.ts'

/** A version that somebody gives, beside the versions that stand: whether it is new, or why it cannot be. */
interface Beside {
  readonly isNew: boolean
  readonly faults: readonly FieldFault[]
}

/**
 * Holds a version against those that stand before it. What stands is never changed: the same version in other words is refused, and a new one follows the last in number
 * and in time. Once the measure has figures, a new one counts the same thing in the same way: page and chart show all its figures by one version.
 */
export function besideKept(given: Definition, standing: readonly Definition[], hasFigures = false): Beside {
  const same = standing.find(({ version }) => version === given.version)
  if (same !== undefined) return { isNew: false, faults: isDeepStrictEqual(same, given) ? [] : [rewritten(given, same, standing.length + 1)] }
  const last = standing.at(-1)
  return { isNew: true, faults: [...numberFaults(given, last), ...timeFaults(given, last), ...(hasFigures && last !== undefined ? countedFaults(given, last) : [])] }
}

function rewritten(given: Definition, same: Definition, next: number): FieldFault {
  const differing = [...new Set([...Object.keys(given), ...Object.keys(same)])].filter((field) => !isDeepStrictEqual(given[field as keyof Definition], same[field as keyof Definition]))
  return { field: 'version', found: String(given.version), message: `This version stands with another ${differing.join(', ')}. Give the change as version ${next}, with \`effective-from\` and \`changed\`.` }
}

function numberFaults({ version }: Definition, last: Definition | undefined): FieldFault[] {
  const next = (last?.version ?? 0) + 1
  return version === next ? [] : [{ field: 'version', found: String(version), message: last === undefined ? 'The first version is 1.' : `The next version is ${next}.` }]
}

function timeFaults({ effectiveFrom }: Definition, last: Definition | undefined): FieldFault[] {
  if (effectiveFrom === undefined || last?.effectiveFrom === undefined || effectiveFrom > last.effectiveFrom) return []
  return [{ field: 'effective-from', found: effectiveFrom, message: `The version before, version ${last.version}, holds from ${formatDate(last.effectiveFrom)}. Give a later day.` }]
}

/** By these the figures that stand are read. */
const lasting = ['unit', 'per', 'frequency', 'counting'] as const

function countedFaults(given: Definition, last: Definition): FieldFault[] {
  return lasting.filter((field) => given[field] !== last[field]).map((field) => ({ field, found: String(given[field] ?? ''), message: `It is ${last[field] ?? 'without this'} for the figures that stand, so it cannot change. Leave it, and define what is counted in another way as a measure of its own.` }))
}
