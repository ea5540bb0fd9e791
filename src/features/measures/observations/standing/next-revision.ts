import { hasFigure, type CellFault, type Observation, type Status } from '../observation.ts'

/** A figure that is kept, with the place that it has among its revisions. */
export interface Standing extends Observation {
  readonly revision: number
}

export type Turn =
  /** It says what stands: there is nothing to write. */
  | { readonly kind: 'same' }
  /** It says what stood once and was followed by something else: a file that is loaded again does not take that back. */
  | { readonly kind: 'overtaken'; readonly by: Standing }
  | { readonly kind: 'next'; readonly observation: Observation; readonly revision: number }
  | { readonly kind: 'refused'; readonly fault: CellFault }

const order: Readonly<Record<Status, number>> = { 'not-available': 0, 'not-applicable': 0, provisional: 1, final: 2, revised: 2 }

/**
 * What becomes of a figure beside those that stand of the same period, the last being in force. Provisional becomes final, and a final figure is another only by a
 * revision that says why; nothing is overwritten. A file that is loaded again after its figures were revised takes nothing back; whoever types a figure sees what stands, and may.
 * `revisedBecause` is the reason of a whole file, for publishers that revise without saying so in each row.
 */
export function nextRevision(given: Observation, standing: readonly Standing[], { revisedBecause = '', isTyped = false }: { readonly revisedBecause?: string; readonly isTyped?: boolean } = {}): Turn {
  const last = standing.at(-1)
  if (last === undefined) return { kind: 'next', observation: given, revision: 1 }
  if (saysSame(given, last)) return { kind: 'same' }
  if (!isTyped && standing.some((before) => isSame(given, before))) return { kind: 'overtaken', by: last }
  const observation = isOtherFinal(given, last) && given.status === 'final' && revisedBecause !== '' ? { ...given, status: 'revised' as const, reason: revisedBecause } : given
  const fault = whyNot(observation, last, isTyped ? onPage : inFile)
  return fault === undefined ? { kind: 'next', observation, revision: last.revision + 1 } : { kind: 'refused', fault }
}

function sameFigures(one: Observation, other: Observation): boolean {
  return one.value === other.value && one.numerator === other.numerator && one.denominator === other.denominator
}

/** The figure that stands, by the same or by an equal status; a note that the row leaves out stays. */
function saysSame(given: Observation, last: Observation): boolean {
  const isEqual = given.status === last.status || (given.status === 'final' && last.status === 'revised')
  return isEqual && sameFigures(given, last) && (given.note === '' || given.note === last.note) && (given.reason === '' || given.reason === last.reason)
}

function isSame(one: Observation, other: Observation): boolean {
  return one.status === other.status && sameFigures(one, other) && one.note === other.note && one.reason === other.reason
}

function isOtherFinal(given: Observation, last: Observation): boolean {
  return order[last.status] === 2 && !sameFigures(given, last)
}

/** What a figure lacks that takes the place of a final one, in the words of the page on which it is typed or of the file that brings it. */
interface Asks {
  readonly takenBack: Pick<CellFault, 'field' | 'message'>
  readonly lessSure: string
  readonly other: string
}

const inFile: Asks = {
  takenBack: { field: 'note', message: 'Say why it is taken back.' },
  lessSure: 'Give the new one as revised, and say why in the note.',
  other: 'To correct it give the status revised, and say why in the note.',
}

const onPage: Asks = {
  takenBack: { field: 'reason', message: 'Say why in “Why it is corrected or taken back”.' },
  lessSure: 'Choose “Revised” for the new one, and say why in “Why it is corrected or taken back”.',
  other: 'To correct it choose “Revised”, and say why in “Why it is corrected or taken back”.',
}

function whyNot(given: Observation, last: Standing, asks: Asks): CellFault | undefined {
  const stands = last.value === undefined ? last.status : `${last.value}, ${last.status}`
  if (!hasFigure(given.status)) return hasFigure(last.status) && given.note === '' && given.reason === '' ? { field: asks.takenBack.field, message: `A figure stands here (${stands}). ${asks.takenBack.message}` } : undefined
  if (given.status === 'revised') return undefined
  if (order[given.status] < order[last.status]) return { field: 'status', found: given.status, message: `A figure that is not provisional stands here (${stands}). ${asks.lessSure}` }
  return isOtherFinal(given, last) ? { field: 'value', found: String(given.value), message: `Another figure stands here (${stands}). ${asks.other}` } : undefined
}
