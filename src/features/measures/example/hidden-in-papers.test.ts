import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { protectSheets, type HiddenFigure } from '../disclosure/protect-sheets.ts'
import { smallNumbersIn } from '../disclosure/small-numbers.ts'
import { exampleFigures, exampleFolder, measuresOfExample, sheetsAt } from './testing.ts'

/** By what words a text of the example speaks of a measure that has hidden figures. A measure that comes to have some needs its line here. */
const spokenOf: Readonly<Record<string, RegExp>> = {
  'homeless-young-people-entering-care': /homeless(?!.*(?:protocol|court judgment))/i,
  'adoption-breakdowns-entering-care': /adoption/i,
  'looked-after-five-good-gcses': /(?:gcse|A\*).*looked.after|looked.after.*(?:gcse|A\*)/i,
}

/** Counts of children that stand in no measure: the label of the row, or the words around them. */
const inNoMeasure: readonly RegExp[] = [/^\| Over 16 \|/, /^\| Under 10, /, /of the 54 children became looked after/]

/** How texts name the rule itself. */
const theRule = /1 to 5/

/** What the public reads besides figures. The reasons in releases are for staff, and quote what was found. */
const texts = ['meetings/**/*.{md,yaml,svg}', '{minutes,exceptions,questions,recommendations,document-requests,task-groups,work-programmes,commentaries}/**/*.yaml', '*.md']

/** One line that was found. */
interface Line {
  readonly where: string
  readonly words: string
}

async function linesOfExample(): Promise<readonly Line[]> {
  const lines: Line[] = []
  for await (const name of glob(texts, { cwd: exampleFolder })) {
    const text = await readFile(new URL(name, exampleFolder), 'utf8')
    lines.push(...text.split('\n').map((words, index) => ({ where: `${name}:${index + 1}`, words })))
  }
  return lines
}

async function hiddenInExample(): Promise<readonly HiddenFigure[]> {
  const store = await exampleFigures()
  const sheets = await sheetsAt(store, '2022-23-q4', await measuresOfExample())
  await store.close()
  const found = await protectSheets([...sheets.values()], [])
  return found.ok ? found.value.hidden : assert.fail(JSON.stringify(found))
}

/** The lines that tell a hidden figure beside words that speak of its measure. */
function told(lines: readonly Line[], hidden: readonly HiddenFigure[]): readonly string[] {
  return lines.flatMap(({ where, words }) => {
    const meant = hidden.filter(({ measure }) => spokenOf[measure]?.test(words))
    return smallNumbersIn(words.replace(theRule, ''), meant).map((found) => `${where}: ${found.words} (${found.figure.measure})`)
  })
}

test('no text of the example tells a number of children that the figures hide', async () => {
  const [lines, hidden] = [await linesOfExample(), await hiddenInExample()]
  assert.deepEqual([...new Set(hidden.map(({ measure }) => measure))].filter((measure) => spokenOf[measure] === undefined), [], 'a measure with hidden figures has no words here')
  assert.deepEqual(told(lines, hidden), [])
  for (const { measure, numbers } of hidden) assert.equal(told([{ where: 'a paper', words: `Homeless after adoption: looked-after with GCSEs ${numbers[0]}` }], hidden.filter((one) => one.measure === measure)).length > 0, true, measure)
})

test('small groups of children that stand in no measure are not told either, nor what would leave them over', async () => {
  const lines = await linesOfExample()
  for (const row of inNoMeasure) {
    const found = lines.filter(({ words }) => row.test(words))
    assert.ok(found.length > 0, `${row} is in no text any more`)
    for (const { where, words } of found) assert.match(words.replace(row, ' '), /\[c\]/, where)
    for (const { where, words } of found) assert.doesNotMatch(words.replace(row, ' ').replace(theRule, ''), /\d/, where)
  }
})
