import type { RowGiven } from '../../observations/observation.ts'

type Figure = Pick<RowGiven, 'value' | 'numerator' | 'denominator' | 'status' | 'note'>

/** What stands in the place of a figure in explore-education-statistics, and how it stands here. */
const symbols: Readonly<Record<string, Pick<Figure, 'value' | 'status' | 'note'>>> = {
  c: { value: '', status: 'not-available', note: 'Hidden by the publisher to protect confidentiality.' },
  k: { value: '0', status: '', note: 'Low: rounds to zero.' },
  low: { value: '0', status: '', note: 'Low: rounds to zero.' },
  u: { value: '', status: 'not-available', note: 'Of low reliability, and so not published.' },
  x: { value: '', status: 'not-available', note: '' },
  ':': { value: '', status: 'not-available', note: '' },
  z: { value: '', status: 'not-applicable', note: '' },
}

/** A figure as the file has it, with its symbols in our words. What is counted stands beside it only where all of it is a number. */
export function eesFigure(value: string, numerator: string, denominator: string, status: string): Figure {
  const symbol = symbols[value.toLowerCase()]
  if (symbol !== undefined) return { ...symbol, status: symbol.status === '' ? status : symbol.status, numerator: '', denominator: '' }
  const areNumbers = [numerator, denominator].every((text) => symbols[text.toLowerCase()] === undefined)
  return { value, status, note: '', numerator: areNumbers ? numerator : '', denominator: areNumbers ? denominator : '' }
}
