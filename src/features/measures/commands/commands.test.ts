import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { faultLine } from '#core/outcome.ts'
import type { Command } from '#platform/command/command.ts'
import { measuresCommands } from './measures-commands.ts'

let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'measures-'))
})
after(() => rm(folder, { recursive: true }))

async function run(name: string, words: readonly string[], options: Readonly<Record<string, string>> = {}) {
  const found = (measuresCommands as readonly Command<never>[]).find((command) => command.name === name)
  assert.ok(found?.needs === 'nothing')
  return found.run({ words, options }, { json: true, folder, say: () => undefined, progress: () => undefined })
}

async function json(name: string, words: readonly string[], options: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
  const found = await run(name, words, options)
  assert.ok(found.ok, found.ok ? '' : [found.refusal.message, ...found.refusal.faults.map(faultLine)].join('\n'))
  return found.value.json as Record<string, unknown>
}

async function faults(name: string, words: readonly string[], options: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const found = await run(name, words, options)
  assert.ok(!found.ok)
  return found.refusal.faults.length === 0 ? [found.refusal.message] : found.refusal.faults.map(faultLine)
}

async function file(name: string, ...lines: readonly string[]): Promise<string> {
  await writeFile(join(folder, name), lines.join('\r\n'))
  return name
}

const calm = Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, '0')},${index % 2 === 0 ? 10 : 12}`)

test('judge gives segments, points, variation, assurance and the note', async () => {
  const found = await json('judge', [await file('calm.csv', 'period,value,target', ...calm.map((line) => `${line},`), '2023-01,17,30')], { polarity: 'lower', baseline: '12' })
  assert.deepEqual(Object.keys(found), ['segments', 'points', 'variation', 'assurance', 'note'])
  assert.deepEqual((found['segments'] as unknown[])[0], { from: '2022-01', to: '2023-01', mean: 11, lower: 5.68, upper: 16.32, nearLower: 7.45333333333, nearUpper: 14.5466666667 })
  assert.deepEqual((found['points'] as unknown[]).at(-1), { period: '2023-01', value: 17, segment: 0, flags: ['outside'], kind: 'concerning-high' })
  assert.deepEqual([found['variation'], found['assurance']], ['concerning-high', 'always'])
})

test('judge takes an empty value as a gap and a word in rebase as new limits', async () => {
  const found = await json('judge', [await file('gap.csv', 'period,value,rebase', ...calm.map((line) => `${line},`), '2023-01,,', '2023-02,40,yes')])
  assert.deepEqual((found['points'] as { value: unknown; segment: number }[]).slice(-2).map(({ value, segment }) => [value, segment]), [[null, 0], [40, 1]])
  assert.equal(found['variation'], 'too-short')
})

test('judge refuses periods that go back in time', async () => {
  assert.match((await faults('judge', [await file('back.csv', 'period,value', '2022-05,1', '2022-04,2')]))[0] ?? '', /back\.csv, row 3, period: found "2022-04"\. This comes before 2022-05/)
})

test('judge reads 2008-09 as a month among months', async () => {
  assert.equal((await run('judge', [await file('months.csv', 'period,value', '2008-08,1', '2008-09,2', '2008-10,3', '2008-11,4')])).ok, true)
  assert.match((await faults('judge', [await file('mixed.csv', 'period,value', '2008-08,1', '2008-10,2', '2008-09,3')]))[0] ?? '', /row 4, period: found "2008-09"\. This comes before 2008-10/)
  assert.match((await faults('judge', [await file('years.csv', 'period,value', '2011-12,1', '2012-13,2', '2010-11,3')]))[0] ?? '', /row 4, period: .*before 2012-13/)
})

test('judge refuses a value that numerator and denominator do not bear, within its rounding, and more counted than there are', async () => {
  const of = async (...lines: readonly string[]) => faults('judge', [await file('counted.csv', 'period,value,numerator,denominator', ...lines)])
  assert.deepEqual(await of('2022-01,50,1,3'), ['counted.csv, row 2, value: found "50". From numerator and denominator follows 33.3. Correct the one that is wrong.'])
  assert.match((await of('2022-01,50,1,2', '2022-02,133.3,4,3')).join(), /row 3, numerator: found "4"\. This is more than the denominator, 3/)
  assert.match((await of('2022-01,45.2,38,8407', '2022-02,50.1,42,8407')).join(), /row 3, value: .*follows 50/)
  for (const line of ['2022-01,33,1,3', '2022-01,33.3,1,3', '2022-01,0.33,1,3', '2022-01,45.2,38,8407', '2022-01,15,300,20'])
    assert.equal((await run('judge', [await file('fits.csv', 'period,value,numerator,denominator', line)])).ok, true, line)
})

test('judge refuses a baseline of more points than there are', async () => {
  assert.match((await faults('judge', [await file('short.csv', 'period,value', ...calm)], { baseline: '13' })).join(), /--baseline 13 is more than the 12 points/)
})

test('judge names the line and the column of what is no number, and what to write', async () => {
  const name = await file('bad.csv', 'period,value', '2022-01,"1,234"', '2022-01,85%', ',n/a')
  assert.deepEqual(await faults('judge', [name]), [
    'bad.csv, row 2, value: found "1,234". Write the number without a thousands separator: 1234',
    'bad.csv, row 3, period: found "2022-01". This period is given already. Give each once, in order of time.',
    'bad.csv, row 3, value: found "85%". Write the percentage as a number: 85',
    'bad.csv, row 4, period: Name the period, such as 2022-04.',
    'bad.csv, row 4, value: found "n/a". Give a number such as 12 or 3.5.',
  ])
})

test('judge refuses unknown and missing columns by name, and files that are not there', async () => {
  assert.match((await faults('judge', [await file('columns.csv', 'period,valeu', '2022-01,1')])).join('\n'), /row 1, value: The column is missing.*\n.*row 1, valeu: There is no such column/)
  assert.match((await faults('judge', ['nowhere.csv'])).join('\n'), /no such file/)
})

test('judge explains an option that cannot be used', async () => {
  assert.match((await faults('judge', ['calm.csv'], { baseline: '3' })).join('\n'), /12 or more/)
  assert.match((await faults('judge', ['calm.csv'], { polarity: 'up' })).join('\n'), /higher, lower or neither/)
})

test('interval works out each method', async () => {
  assert.equal((await json('interval', ['wilson', '65', '100']))['method'], 'wilson')
  assert.equal((await json('interval', ['byars', '9']))['method'], 'exact-poisson')
  assert.equal((await json('interval', ['rate', '50', '1000', '10000']))['value'], 500)
  const rate = await json('interval', ['dsr', await file('dsr.csv', 'count,population,standard', '10,1000,3', '40,1000,1')], { per: '1000' })
  assert.ok(Math.abs(Number(rate['value']) - 17.5) < 1e-9)
})

test('interval says how it is called when it is called wrongly', async () => {
  for (const words of [['wilson', '1'], ['median', '1'], ['byars', 'five'], ['dsr']]) assert.match((await faults('interval', words)).join(''), /Give one of: wilson X N/)
  assert.match((await faults('interval', ['wilson', '5', '4'])).join(''), /more than all of them/)
})

test('interval says that nothing can be counted below zero, and what else is wrong with a number', async () => {
  for (const words of [['wilson', '-1', '5'], ['wilson', '1', '-5'], ['byars', '-3'], ['rate', '1', '10', '-5']]) assert.match((await faults('interval', words)).join(''), /^A count cannot be negative, .* Found -\d: give 0 or more\.$/, words.join(' '))
  assert.match((await faults('interval', ['wilson', '1,000', '2000'])).join(''), /Found "1,000"\. Write the number without a thousands separator: 1000$/)
  assert.match((await faults('interval', ['byars', '9'.repeat(400)])).join(''), /Found "9{40}"\. This number is too large/)
})

test('a standardised rate names the file and the line of a group that cannot be', async () => {
  assert.deepEqual(await faults('interval', ['dsr', await file('groups.csv', 'count,population,standard', '10,1000,3', '', '-1,1000,1', '5,0,1')]), [
    'groups.csv, row 4, count: found "-1". Give a whole number, 0 or more.',
    'groups.csv, row 5, population: found "0". Give a number above 0.',
    'groups.csv, row 5, count: found "5". More cases than people (0). Check both.',
  ])
})

test('a file of columns alone, an empty count and a number beyond reckoning are refused', async () => {
  const heads = { judge: 'period,value', protect: 'row,column,count' }
  for (const [name, head] of Object.entries(heads)) assert.match((await faults(name, [await file('head.csv', head)])).join(''), /head\.csv names its columns and has no line below them/)
  assert.match((await faults('interval', ['dsr', await file('head.csv', 'count,population,standard')])).join(''), /no line below them/)
  assert.deepEqual(await faults('protect', [await file('none.csv', 'row,column,count', 'North,boys,')]), ['none.csv, row 2, count: Give a number here; where there is none it is 0.'])
  assert.match((await faults('judge', [await file('huge.csv', 'period,value', `2022-01,1${'0'.repeat(400)}`)])).join(''), /row 2, value: .*This number is too large/)
})

test('protect says so where no count is small', async () => {
  const found = await run('protect', [await file('large.csv', 'row,column,count', 'North,boys,30', 'North,girls,40')])
  assert.ok(found.ok && found.value.text.endsWith('No count is small: all may be shown.'))
})

test('protect hides small counts and what would give them away, and shows what is left to each', async () => {
  const name = await file('one.csv', 'row,column,count', 'North,boys,3', 'North,girls,20', 'North,total,23', 'South,boys,30', 'South,girls,40', 'South,total,70', 'total,boys,33', 'total,girls,60', 'total,total,93')
  const found = await json('protect', [name])
  const cells = found['cells'] as { row: string; column: string; shown: unknown; reason: string }[]
  assert.deepEqual(cells.map(({ shown }) => shown), ['c', 'c', 23, 'c', 'c', 70, 33, 60, 93])
  assert.deepEqual(cells.map(({ reason }) => reason).slice(0, 5), ['primary', 'secondary', 'open', 'secondary', 'secondary'])
  assert.deepEqual((found['audit'] as unknown[])[0], { row: 'North', column: 'boys', lowest: 1, highest: 22 })
  assert.deepEqual(found['policy'], { name: 'one-to-five', version: 1, smallest: 1, largest: 5 })
})

test('linked tables are protected together: what one would show, the other hides as well', async () => {
  const age = await file('age.csv', 'row,column,count', 'North,under 5,3', 'North,5 and over,20', 'North,total,23')
  const sex = await file('sex.csv', 'row,column,count', 'North,boys,11', 'North,girls,12', 'North,total,23')
  const cells = (await json('protect', [age, sex]))['cells'] as { column: string; shown: unknown }[]
  assert.deepEqual(cells.map(({ column, shown }) => `${column} ${String(shown)}`), ['under 5 c', '5 and over c', 'total 23', 'boys 11', 'girls 12'])
})

test('protect refuses totals that do not add up, missing cells and tables that contradict each other', async () => {
  const wrong = await file('wrong.csv', 'row,column,count', 'North,boys,3', 'North,girls,20', 'North,total,24')
  assert.deepEqual(await faults('protect', [wrong]), ['wrong.csv, count: found "24". North, total should be 23, as its cells add up. Correct the total or the cells.'])
  const missing = await file('missing.csv', 'row,column,count', 'North,boys,3', 'South,boys,4', 'South,girls,4', 'South,total,8', 'North,total,3')
  assert.match((await faults('protect', [missing])).join(''), /found "North, girls"\. The table has a total and this cell is missing/)
  const twice = await file('twice.csv', 'row,column,count', 'North,boys,3', 'North,boys,4')
  assert.deepEqual(await faults('protect', [twice]), ['twice.csv, row 3: found "North, boys". This cell is given already. Give each once.'])
  const other = await file('other.csv', 'row,column,count', 'North,boys,4')
  assert.match((await faults('protect', [wrong, other])).join('\n'), /Another table gives 3 for North, boys/)
})
