import { numberInFile } from '#core/number-in-file.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { countInterval, rateInterval } from '#core/statistics/intervals/count.ts'
import type { Interval } from '#core/statistics/intervals/interval.ts'
import { proportionInterval } from '#core/statistics/intervals/proportion.ts'
import { standardisedRateInterval, type Stratum } from '#core/statistics/intervals/standardised-rate.ts'
import { command, wrongUsage, type CommandIo, type CommandOutcome } from '#platform/command/command.ts'
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
    const numbers = given.map((word) => numberInFile(word))
    const values = numbers.flatMap((number) => ('value' in number ? [number.value] : []))
    if (values.length < numbers.length) return wrongUsage(`${usage} X, N and PER are plain numbers.`)
    return plain(method, values)
  },
})

function plain(method: string, values: readonly number[]): CommandOutcome {
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = values
  if (method === 'wilson' && values.length === 2) return answer(proportionInterval(first, second))
  if (method === 'byars' && values.length === 1) return answer(countInterval(first))
  if (method === 'rate' && values.length === 3) return answer(rateInterval(first, second, third))
  return wrongUsage(usage)
}

async function standardised(names: readonly string[], per: string, io: CommandIo): Promise<CommandOutcome> {
  const read = numberInFile(per)
  if (!('value' in read) || read.value <= 0) return wrongUsage('Give --per as a number above 0.')
  const tables = await tablesGiven(names, io.folder, { needed: ['count', 'population', 'standard'] })
  if (!tables.ok) return tables
  const strata = strataIn(tables.value)
  return strata.ok ? answer(standardisedRateInterval(strata.value, read.value)) : strata
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
