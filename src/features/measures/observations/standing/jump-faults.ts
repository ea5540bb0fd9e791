import { given } from '#core/given.ts'
import type { Fault } from '#core/outcome.ts'
import type { FigureOrigin } from '../figure-source.ts'
import type { Jump } from './jumps.ts'

/**
 * Sorts jumps by what is to be done: a figure that looks like another unit is refused until a note says that it is right; any other is loaded and flagged, or refused
 * like it where somebody who types it can be asked. A correction that comes back to what its neighbours say is asked nothing.
 */
export function jumpFaults(jumps: readonly Jump[], origins: readonly FigureOrigin[]): { readonly refused: readonly Fault[]; readonly flags: readonly Fault[] } {
  const faultOf = ({ from: { source, line }, value }: Jump, message: string): Fault => ({ ...given('file', origins[source]?.file), ...given('row', line), field: 'value', found: String(value), message })
  const isRefused = ({ isSlip, isMend, note, from }: Jump) => (isSlip || (origins[from.source]?.what === 'page' && !isMend)) && note !== 'new'
  return {
    refused: jumps.filter(isRefused).map((jump) => faultOf(jump, `${besideWhat(jump)}${jump.isSlip ? ': it looks as if one were in another unit' : ''}. Correct the one that is wrong, or ${whereToSay(jump, origins[jump.from.source]?.what === 'page')}.${jump.note === 'old' ? ' The note that it has stood with another figure.' : ''}`)),
    flags: jumps.filter((jump) => !isRefused(jump)).map((jump) => faultOf(jump, `${besideWhat(jump)}. It was loaded; look whether it is right.`)),
  }
}

/** The only note of a file's row that is revised is taken for the reason. */
function whereToSay({ isRevision }: Jump, isTyped: boolean): string {
  if (isTyped) return `say in “Note”${isRevision ? ', beside the reason,' : ''} why it is right`
  return !isRevision ? 'say in the note why it is right' : 'say in the note why it is right, and why it was revised in the column reason'
}

function besideWhat({ value, beside }: Jump): string {
  const times = Math.round(Math.max(value / beside.value, beside.value / value))
  const where = beside.is === 'replaced' ? 'It takes the place of' : beside.is === 'after' ? `In ${beside.period}, the next, it is` : `In ${beside.period} it was`
  return `${where} ${beside.value}, ${times} times ${Math.abs(value) > Math.abs(beside.value) ? 'less' : 'more'}`
}
