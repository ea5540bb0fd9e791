import type { Definition } from '../../definitions/definition.ts'

export type StrategyNamed = Pick<Definition['strategies'][number], 'slug' | 'name'>

/** The strategies of these measures, each once, by name. */
export function strategiesOf(definitions: readonly Pick<Definition, 'strategies'>[]): readonly StrategyNamed[] {
  const named = new Map(definitions.flatMap(({ strategies }) => strategies).map(({ slug, name }) => [slug, name]))
  return Array.from(named, ([slug, name]) => ({ slug, name })).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}
