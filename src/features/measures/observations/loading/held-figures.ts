import { statuses, type Observation } from '../observation.ts'
import { Words } from './words.ts'

/** A figure that is held, with the file that brought it by its place among them, its row, and which revision it will be: 0 where it is not to be written. */
export interface Held {
  readonly place: number
  readonly source: number
  readonly line: number
  readonly observation: Observation
  readonly revision: number
}

/** A measure and an area, and where the figures of the two are held, in the order in which they came. */
export interface Pair {
  readonly measure: string
  readonly area: string
  readonly places: Uint32Array
}

const pieceBits = 16
const pieceSize = 1 << pieceBits

/**
 * The figures of files that were read, by columns: 53 bytes a figure outside the heap, and each text once. Five million take 270 MB, where as objects they would take
 * several gigabytes.
 */
export class HeldFigures {
  readonly #pieces: Piece[] = []
  readonly #pairs: { readonly measure: string; readonly area: string; size: number }[] = []
  readonly #pairNumbers = new Words()
  readonly #breakdowns = new Words()
  readonly #periods = new Words()
  readonly #texts = new Words()
  #size = 0

  get size(): number {
    return this.#size
  }

  /** Takes in a figure. */
  hold(source: number, line: number, observation: Observation): void {
    const place = this.#size
    if (place % pieceSize === 0) this.#pieces.push(emptyPiece())
    this.#size += 1
    const [piece, at] = this.#where(place)
    piece.pair[at] = this.#pairOf(observation)
    piece.breakdown[at] = this.#breakdowns.numberOf(observation.breakdown)
    piece.period[at] = this.#periods.numberOf(observation.period)
    piece.numerator[at] = observation.numerator ?? Number.NaN
    piece.denominator[at] = observation.denominator ?? Number.NaN
    piece.value[at] = observation.value ?? Number.NaN
    piece.source[at] = source
    piece.line[at] = line
    this.#say(piece, at, observation)
  }

  /** Says which revision a figure will be, in the words in which it is to be written. */
  settle(place: number, revision: number, observation: Pick<Observation, 'status' | 'note' | 'reason'>): void {
    const [piece, at] = this.#where(place)
    piece.revision[at] = revision
    this.#say(piece, at, observation)
  }

  /** Which revision a figure will be, and which file brought it. */
  settledAt(place: number): Pick<Held, 'source' | 'revision'> {
    const [piece, at] = this.#where(place)
    return { source: piece.source[at] ?? 0, revision: piece.revision[at] ?? 0 }
  }

  at(place: number): Held {
    const [piece, at] = this.#where(place)
    const pair = this.#pairs[piece.pair[at] ?? 0]
    if (pair === undefined) throw new Error(`No figure is held at ${place}`)
    const observation: Observation = {
      measure: pair.measure, area: pair.area, breakdown: this.#breakdowns.at(piece.breakdown[at]), period: this.#periods.at(piece.period[at]),
      numerator: numberAt(piece.numerator, at), denominator: numberAt(piece.denominator, at), value: numberAt(piece.value, at),
      status: statuses[piece.status[at] ?? 0] ?? 'final', note: this.#texts.at(piece.note[at]), reason: this.#texts.at(piece.reason[at]),
    }
    return { place, source: piece.source[at] ?? 0, line: piece.line[at] ?? 0, observation, revision: piece.revision[at] ?? 0 }
  }

  /** By measure and area in the order in which the table keeps them, whatever the order of the files. */
  pairs(): readonly Pair[] {
    const places = this.#pairs.map(({ size }) => new Uint32Array(size))
    const filled = new Uint32Array(this.#pairs.length)
    for (let place = 0; place < this.#size; place += 1) {
      const [piece, at] = this.#where(place)
      const pair = piece.pair[at] ?? 0
      const next = filled[pair] ?? 0
      const own = places[pair]
      if (own !== undefined) own[next] = place
      filled[pair] = next + 1
    }
    return this.#pairs.map(({ measure, area }, number) => ({ measure, area, places: places[number] ?? new Uint32Array() })).toSorted(byKey)
  }

  #pairOf({ measure, area }: Observation): number {
    const number = this.#pairNumbers.numberOf(`${measure}|${area}`)
    const pair = (this.#pairs[number] ??= { measure, area, size: 0 })
    pair.size += 1
    return number
  }

  #say(piece: Piece, at: number, { status, note, reason }: Pick<Observation, 'status' | 'note' | 'reason'>): void {
    piece.status[at] = statuses.indexOf(status)
    piece.note[at] = this.#texts.numberOf(note)
    piece.reason[at] = this.#texts.numberOf(reason)
  }

  #where(place: number): [piece: Piece, at: number] {
    const piece = this.#pieces[place >>> pieceBits]
    if (piece === undefined) throw new Error(`No figure is held at ${place}`)
    return [piece, place % pieceSize]
  }
}

type Piece = ReturnType<typeof emptyPiece>

function emptyPiece() {
  return {
    pair: new Uint32Array(pieceSize), breakdown: new Uint32Array(pieceSize), period: new Uint32Array(pieceSize), line: new Uint32Array(pieceSize), note: new Uint32Array(pieceSize), reason: new Uint32Array(pieceSize),
    numerator: new Float64Array(pieceSize), denominator: new Float64Array(pieceSize), value: new Float64Array(pieceSize),
    status: new Uint8Array(pieceSize), source: new Uint16Array(pieceSize), revision: new Uint16Array(pieceSize),
  }
}

function numberAt(column: Float64Array, at: number): number | undefined {
  const value = column[at]
  return value === undefined || Number.isNaN(value) ? undefined : value
}

function byKey(one: Pair, other: Pair): number {
  if (one.measure !== other.measure) return one.measure < other.measure ? -1 : 1
  return one.area < other.area ? -1 : 1
}
