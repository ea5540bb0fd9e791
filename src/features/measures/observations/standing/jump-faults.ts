import { given } from '#core/given.ts'
import type { Definition } from '../../definitions/definition.ts'
import { shownValue } from '../../sheets/shown.ts'
import { figureKey, type FigureFault } from '../figure-fault.ts'
import type { FigureOrigin } from '../figure-source.ts'
import type { Jump } from './jumps.ts'

/** A jump in figures of a measure, which are read in its unit and with its decimals. */
export interface JumpOf extends Jump {
  readonly measure: Pick<Definition, 'unit' | 'decimals'>
}

/**
 * Sorts jumps by what is to be done: a figure that looks like another unit is refused until a note says that it is right; any other is loaded and flagged, or refused
 * like it where somebody who types it can be asked. A correction that comes back to what its neighbours say is asked nothing.
 */
export function jumpFaults(jumps: readonly JumpOf[], origins: readonly FigureOrigin[]): { readonly refused: readonly FigureFault[]; readonly flags: readonly FigureFault[] } {
  const faultOf = (jump: JumpOf, message: string): FigureFault => ({ ...given('file', origins[jump.from.source]?.file), ...given('row', jump.from.line), field: jump.of, found: plainly(jump), message, figure: figureKey(jump.from.observation) })
  const isRefused = ({ isSlip, isMend, note, from }: JumpOf) => (isSlip || (origins[from.source]?.what === 'page' && !isMend)) && note !== 'new'
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

/** Why a figure is looked at: "In 2022-23-q1 it was 81.0%, 10 times more". Periods are named as files write them unless said. */
export function besideWhat({ value, beside, of, measure }: JumpOf, named = (period: string) => period): string {
  const times = Math.round(Math.max(value / beside.value, beside.value / value))
  const what = of === 'value' ? 'it' : `the ${of}`
  const where = beside.is === 'replaced' ? (of === 'value' ? 'It takes the place of' : `The ${of} was`) : beside.is === 'after' ? `In ${named(beside.period)}, the next, ${what} is` : `In ${named(beside.period)} ${what} was`
  return `${where} ${inUnit(beside.value, of, measure)}, ${times} times ${Math.abs(value) > Math.abs(beside.value) ? 'less' : 'more'}`
}

/** As the measure is read, with so many decimals more as a figure in a wrong unit needs. */
export function inUnit(value: number, of: Jump['of'], { unit, decimals }: JumpOf['measure']): string {
  return of === 'value' ? shownValue(value, { unit, decimals: decimalsFor(value, decimals) }) : value.toLocaleString('en-GB')
}

/** As a file writes it. */
function plainly({ value, of, measure }: JumpOf): string {
  return String(of === 'value' ? Number(value.toFixed(decimalsFor(value, measure.decimals))) : value)
}

const mostDecimals = 6

/** Few enough to read, and enough that what is shown is the figure. */
function decimalsFor(value: number, decimals: number): number {
  const isEnough = decimals >= mostDecimals || Math.abs(Number(value.toFixed(decimals)) - value) <= Math.abs(value) / 20
  return isEnough ? decimals : decimalsFor(value, decimals + 1)
}
