import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { countInterval, rateInterval } from '#core/statistics/intervals/count.ts'
import type { Interval } from '#core/statistics/intervals/interval.ts'
import { proportionInterval } from '#core/statistics/intervals/proportion.ts'
import { standardisedRateInterval, type Stratum } from '#core/statistics/intervals/standardised-rate.ts'
import { command, wrongUsage, type CommandIo, type CommandOutcome, type WrongUsage } from '#platform/command/command.ts'
import { numberGiven } from './number-given.ts'
import { numberIn, tablesGiven, type TableGiven } from './tables-given.ts'

const usage = 'Give one of: wilson X N · byars X · rate X N PER · dsr FILE.'

/** `interval METHOD …`: a figure with its 95 % and 99.8 % intervals, by the same formulas as the pages. */
export const intervalCommand = command({
  name: 'interval',
  summary: 'Work out the interval of a proportion, a count, a rate or a standardised rate',
  description:
    'wilson X N: X of N. byars X: a count (exact Poisson below 10). rate X N PER: X cases among N people, for PER people. dsr FILE: a CSV file with the columns count,population,standard, for 100,000 people unless --per says otherwise.\n\nFor example: interval wilson 65 100',
  needs: 'nothing',
  arguments: [
    { name: 'method', summary: 'wilson, byars, rate or dsr' },
    { name: 'given', summary: 'the numbers, or the file', many: true },
  ],
  options: { per: { type: 'string', summary: 'per how many people a standardised rate is given (100000)', value: 'N' } },
  run: async ({ words: [method = '', ...given], options }, io) => {
    if (method === 'dsr') return given.length === 1 ? standardised(given, options.per ?? '100000', io) : wrongUsage(usage)
    const read = numbersGiven(given)
    return read.ok ? plain(method, read.value) : read
  },
})

/** The numbers after the method. What is no number is a line that is not understood; one below zero is refused, since nothing can be counted so. */
function numbersGiven(given: readonly string[]): Outcome<number[]> | WrongUsage {
  const values: number[] = []
  for (const word of given) {
    const number = numberGiven(word)
    if (!('value' in number)) return wrongUsage(`${usage} Found "${word.slice(0, 40)}". ${number.message}`)
    values.push(number.value)
  }
  const negative = values.find((value) => value < 0)
  return negative === undefined ? ok(values) : refuse('invalid', `A count cannot be negative, nor can a number of people. Found ${negative}: give 0 or more.`)
}

function plain(method: string, values: readonly number[]): CommandOutcome {
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = values
  if (method === 'wilson' && values.length === 2) return answer(proportionInterval(first, second))
  if (method === 'byars' && values.length === 1) return answer(countInterval(first))
  if (method === 'rate' && values.length === 3) return answer(rateInterval(first, second, third))
  return wrongUsage(usage)
}

async function standardised(names: readonly string[], per: string, io: CommandIo): Promise<CommandOutcome> {
  const read = numberGiven(per)
  if (!('value' in read) || read.value <= 0) return wrongUsage('Give --per as a number above 0.')
  const tables = await tablesGiven(names, io.folder, { needed: ['count', 'population', 'standard'] })
  if (!tables.ok) return tables
  const strata = strataIn(tables.value)
  if (!strata.ok) return strata
  const rate = standardisedRateInterval(strata.value, read.value)
  return rate.ok ? answer(rate) : { ...rate, refusal: { ...rate.refusal, faults: rate.refusal.faults.map((fault) => ({ ...fault, ...placeOf(fault, tables.value) })) } }
}

/** The rate counts its groups from 2, as lines of one file without a gap: the file and the line are found here. */
function placeOf({ row = 0 }: Fault, tables: readonly TableGiven<keyof Stratum>[]): Pick<Fault, 'file' | 'row'> {
  return tables.flatMap(({ file, rows }) => rows.map(({ row: line }) => ({ file, row: line })))[row - 2] ?? {}
}

function strataIn(tables: readonly TableGiven<keyof Stratum>[]): Outcome<Stratum[]> {
  const faults: Fault[] = []
  const strata = tables.flatMap(({ file, rows }) =>
    rows.map((row) => ({ count: numberIn(file, row, 'count', faults), population: numberIn(file, row, 'population', faults), standard: numberIn(file, row, 'standard', faults) })),
  )
  return faults.length > 0 ? refuse('invalid', 'The rate was not worked out, because of what is listed here.', faults) : ok(strata)
}

function answer(outcome: Outcome<Interval>): CommandOutcome {
  if (!outcome.ok) return outcome
  const { value, lower95, upper95, lower998, upper998, method } = outcome.value
  const text = [`${shortly(value)} (${method})`, `95 %:   ${shortly(lower95)} to ${shortly(upper95)}`, `99.8 %: ${shortly(lower998)} to ${shortly(upper998)}`].join('\n')
  return ok({ text, json: outcome.value })
}

function shortly(value: number): string {
  return String(Number(value.toPrecision(6)))
}
