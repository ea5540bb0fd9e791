import type { Fault } from '#core/outcome.ts'
import type { Jump } from './jumps.ts'

/**
 * Sorts jumps by what is to be done: a figure that looks like another unit is refused until a note says that it is right; any other is loaded and flagged, or refused
 * like it where somebody can be asked.
 */
export function jumpFaults(jumps: readonly Jump[], files: ReadonlyMap<string, string | undefined>, areAsked = false): { readonly refused: readonly Fault[]; readonly flags: readonly Fault[] } {
  const faultOf = ({ load, line, value }: Jump, message: string): Fault => {
    const file = files.get(load)
    return { ...(file === undefined ? {} : { file }), ...(line === null ? {} : { row: line }), field: 'value', found: String(value), message }
  }
  const isRefused = ({ isSlip, hasNote }: Jump) => (isSlip || areAsked) && !hasNote
  return {
    refused: jumps.filter(isRefused).map((jump) => faultOf(jump, `${beside(jump)}${jump.isSlip ? ': it looks as if one were in another unit' : ''}. Correct it, or say in the note why it is right.`)),
    flags: jumps.filter((jump) => !isRefused(jump)).map((jump) => faultOf(jump, `${beside(jump)}. It was loaded; look whether it is right.`)),
  }
}

function beside({ value, before, periodBefore }: Jump): string {
  const times = Math.round(Math.max(value / before, before / value))
  return `In ${periodBefore} it was ${before}, ${times} times ${Math.abs(value) > Math.abs(before) ? 'less' : 'more'}`
}
