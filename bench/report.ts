import { cpus, totalmem } from 'node:os'

/** One line of a benchmark: what we measured of ours and of the alternative, as printed, and how they compare. */
export interface Row {
  readonly measure: string
  readonly ours: string
  readonly alternative: string
  readonly ratio: string
  /** Empty where none is set. */
  readonly aim: string
}

export interface Report {
  readonly title: string
  /** What the second column of figures is. */
  readonly against: string
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

const heads: Row = { measure: '', ours: 'Golden Thread', alternative: 'alternative', ratio: 'ratio', aim: 'aim' }

/** A report as a table in plain text. */
export function inTable({ title, against, rows, notes }: Report): string {
  const lines = [heads, ...rows]
  const width = (cell: (row: Row) => string): number => Math.max(...lines.map((row) => cell(row).length))
  const [measure, ours, alternative, ratio] = [width((row) => row.measure), width((row) => row.ours), width((row) => row.alternative), width((row) => row.ratio)]
  const written = lines.map((row) =>
    [row.measure.padEnd(measure), row.ours.padStart(ours), row.alternative.padStart(alternative), row.ratio.padStart(ratio), row.aim].join('   ').trimEnd(),
  )
  return [title, `against ${against}`, '', ...written, ...notes.map((note) => `· ${note}`), ''].join('\n')
}

/** What the figures were measured on. */
export function machineInWords(): string {
  const processors = cpus()
  return `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`
}

/** `2.13 s`, or `42 ms` below a tenth of a second. */
export function inSeconds(value: number): string {
  return value < 0.1 ? `${(value * 1000).toFixed(1)} ms` : `${value.toFixed(2)} s`
}
