import assert from 'node:assert/strict'
import type { WithModel } from '#core/suppression/linear-model.ts'
import { solver } from '#platform/linear-programs/solver.ts'
import type { MeasureSheet } from '../../../sheets/sheet.ts'
import { protectSheets } from '../../protect-sheets.ts'
import { couldLie, most, rangesOf, readPublic, type Riddle } from './riddle.ts'
import type { Truth } from './truth.ts'

/** Fails where a small number that is hidden can be placed more closely than between one and five, or where one is shown. */
export function attack(truth: Truth, sheets: readonly MeasureSheet[], seed: string): number {
  return attackKnown(truth, readPublic(sheets), seed)
}

export function attackKnown({ numbers, equations }: Truth, known: ReturnType<typeof readPublic>, seed: string): number {
  const names = [...numbers.keys()]
  const riddle: Riddle = { ranges: rangesOf(names, known), equations }
  const noughts = new Map([...known].filter(([, [, highest]]) => highest === 0))
  const nothingShown: Riddle = { ranges: rangesOf(names, noughts), equations }
  const small = [...numbers].filter(([, number]) => number >= 1 && number <= 5)
  for (const [name, number] of small) {
    assert.ok(couldLie(riddle, name, number, number), `${seed}: ${name} is ${number}, and the attacker’s own riddle is wrong`)
    // What is one at least in each of three parts is three at least: that much everybody knows, as noughts are shown.
    const lowest = [1, 2, 3, 4, 5].find((limit) => couldLie(nothingShown, name, 0, limit)) ?? 5
    const could = [couldLie(riddle, name, 0, lowest), couldLie(riddle, name, 5)]
    assert.deepEqual(could, [true, true], `${seed}: ${name} is ${number}, and that it is ${could[0] ? 'less' : 'more'} can be known from ${JSON.stringify([...known])}`)
  }
  return small.length
}

/** As `attack`, where nothing of one measure is given: its noughts are not shown, so it may have none. */
export function attackUnpublished(truth: Truth, sheets: readonly MeasureSheet[], slug: string, seed: string): number {
  const renamed = (name: string) => (name.startsWith(`${slug}|`) ? name.replace('|value@', '|rest@') : name)
  const numbers = new Map([...truth.numbers].map(([name, number]) => [renamed(name), number]))
  return attack({ numbers, equations: truth.equations.map((terms) => terms.map(([name, factor]) => [renamed(name), factor] as const)) }, sheets, seed)
}

interface Guarded {
  /** The numbers that nobody may find. */
  readonly guarded: ReadonlySet<string>
  /** What everybody knows of some of them whatever a release hides: what was published cannot be called back. */
  readonly known: { readonly sheets: readonly MeasureSheet[]; readonly isOf: (name: string) => boolean }
}

/** The same on many numbers, by linear programming: what is left may be too wide, but it must not be narrow. */
export async function attackByProgram({ numbers, equations }: Truth, sheets: readonly MeasureSheet[], seed: string, { guarded, known: before }: Guarded = allOf(numbers)): Promise<number> {
  const withModel = await solver()
  const [names, known] = [[...numbers.keys()], readPublic(sheets)]
  const small = [...numbers].filter(([name, number]) => number >= 1 && number <= 5 && guarded.has(name)).map(([name]) => name)
  const noughts = new Map([...known].filter(([, [, highest]]) => highest === 0))
  const old = new Map([...readPublic(before.sheets), ...noughts])
  const nothingShown = new Map([noughts, old].flatMap((what) => [...placed(withModel, { ranges: rangesOf(names, what), equations }, small.filter((name) => before.isOf(name) === (what === old)))]))
  for (const [name, [lowest, highest]] of placed(withModel, { ranges: rangesOf(names, known), equations }, small)) {
    const [least, greatest] = nothingShown.get(name) ?? [1, most]
    // Where it is five at least whatever is shown, that it is five and no more must not be told either.
    assert.ok(lowest <= Math.max(least, 1) && highest >= Math.min(greatest, Math.max(5, least + 1)), `${seed}: ${name} is ${numbers.get(name)} and lies between ${lowest} and ${highest}`)
  }
  return small.length
}

function allOf(numbers: Truth['numbers']): Guarded {
  return { guarded: new Set(numbers.keys()), known: { sheets: [], isOf: () => false } }
}

/** Between which numbers each of these lies. */
function placed(withModel: WithModel, { ranges, equations }: Riddle, asked: readonly string[]): Map<string, readonly [number, number]> {
  const at = new Map([...ranges.keys()].map((name, column) => [name, column]))
  const model = {
    // A program need not try every number, so that years of many children are no trouble.
    columns: [...ranges.values()].map(([lower, upper]) => ({ lower, upper: upper === most ? 100 * most : upper })),
    rows: equations.map((terms) => ({ terms: terms.map(([name, factor]) => [at.get(name) ?? -1, factor] as const), equals: 0 })),
  }
  return withModel(model, (minimise) => {
    const least = (name: string, sign: number) => {
      const found = minimise({ costs: [[at.get(name) ?? -1, sign]] })
      return found.kind === 'found' ? Math.ceil(found.cost - 1e-6) : assert.fail(name)
    }
    return new Map(asked.map((name) => [name, [least(name, 1), -least(name, -1)] as const]))
  })
}

export async function publish(sheets: readonly MeasureSheet[], earlier: readonly MeasureSheet[] = []): Promise<readonly MeasureSheet[] | undefined> {
  const outcome = await protectSheets(sheets, earlier)
  return outcome.ok ? outcome.value.sheets : undefined
}

/** Plays many games; a game answers how many small numbers were attacked, or nothing where the release was refused. */
export async function play(games: number, game: (seed: number) => Promise<number | undefined>, { mayRefuse = false } = {}): Promise<void> {
  const counts = { attacked: 0, refused: 0 }
  for (let seed = 1; seed <= games; seed += 1) {
    const attacked = await game(seed)
    if (attacked === undefined) counts.refused += 1
    else counts.attacked += attacked
  }
  assert.ok(counts.attacked > games, `${counts.attacked} small numbers were attacked in ${games} games`)
  assert.ok(counts.refused <= (mayRefuse ? games / 4 : 0), `${counts.refused} of ${games} releases were refused`)
}
