import { test } from 'node:test'
import { attackByProgram, play, publish } from './testing/attacks.ts'
import { count, dice, emptyTruth, nameOf, put, sheetOf, sumUp, type Truth } from './testing/truth.ts'

const sexes = ['sex=b', 'sex=g'] as const
const ages = ['age=a', 'age=b', 'age=c'] as const
const slugs = ['home', 'care'] as const
const cells = sexes.flatMap((sex) => ages.map((age) => `${sex};${age}`))

/** Children of two measures by sex and age, of which nobody is given more than rows and columns, and of both together. */
function finerSum(roll: (faces: number) => number): { readonly truth: Truth; readonly given: Truth } {
  const truth = emptyTruth()
  for (const slug of slugs) {
    const behind = (breakdown: string) => nameOf({ slug, breakdown, part: 'behind' })
    for (const breakdown of cells) put(truth, { slug, breakdown, part: 'behind' }, count(roll))
    for (const breakdown of [...sexes, ...ages]) sumUp(truth, { slug, breakdown }, cells.filter((cell) => cell.includes(breakdown)).map(behind))
  }
  for (const breakdown of cells) sumUp(truth, { slug: 'all', breakdown }, slugs.map((slug) => nameOf({ slug, breakdown, part: 'behind' })))
  return { truth, given: { ...truth, numbers: new Map([...truth.numbers].filter(([name]) => !name.includes('|behind@'))) } }
}

test('a sum by sex and age tells nothing small of parts that are given by sex and by age alone', () =>
  play(40, async (seed) => {
    const { truth, given } = finerSum(dice(seed + 21_000))
    const shown = await publish([...slugs.map((slug) => sheetOf(given, slug)), sheetOf(given, 'all', { sumOf: [...slugs] })])
    return shown && attackByProgram(truth, shown, `finer sum ${seed}`, { guarded: new Set(given.numbers.keys()), known: { sheets: [], isOf: () => false } })
  }))
