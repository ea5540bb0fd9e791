import type { CurrentEntry } from '../releases/published-releases.ts'
import type { ReleaseEntry } from '../releases/release.ts'
import { withoutRule } from '../dashboards/view/without-rule.ts'
import { isRedOrAmber } from '../dashboards/view/worst-first.ts'
import type { MeasuresAsked, MeasuresKnown } from './list-query.ts'
import { slugInWords } from './measure-words.ts'

/** Measures of one theme, by name. */
interface Themed {
  readonly theme: string
  readonly entries: readonly CurrentEntry[]
}

const otherThemes = 'Other measures'

/** The published measures that fit what is asked for: by their first theme, and in it by name. */
export function measuresAsked(all: readonly CurrentEntry[], asked: MeasuresAsked): readonly CurrentEntry[] {
  return all.filter((current) => fits(current, asked)).toSorted((one, other) => compared(themeOf(one), themeOf(other)) || compared(nameOf(one), nameOf(other)) || compared(one.entry.measure, other.entry.measure))
}

/** Measures without a theme come last. */
function compared(one: string, other: string): number {
  if ((one === otherThemes) !== (other === otherThemes)) return one === otherThemes ? 1 : -1
  return one.localeCompare(other, 'en-GB')
}

function nameOf({ entry }: CurrentEntry): string {
  return entry.sheet.definition.name
}

function themeOf({ entry }: CurrentEntry): string {
  const [first] = entry.sheet.definition.themes
  return first === undefined ? otherThemes : slugInWords(first)
}

/** Whether somebody should look at it first: red or amber by rule, or where no rule can judge it since it went the wrong way as the figures stand, as dashboards say it. */
export function isToLookAtFirst(entry: ReleaseEntry): boolean {
  return isRedOrAmber(entry) || withoutRule([entry]).wrongWay.length > 0
}

/** Every word that is searched for has to stand somewhere in what a measure says it is. */
function fits({ entry, release }: CurrentEntry, { text, theme, strategy, body, isException }: MeasuresAsked): boolean {
  const { definition } = entry.sheet
  if (theme !== undefined && !definition.themes.includes(theme)) return false
  if (strategy !== undefined && !definition.strategies.some(({ slug }) => slug === strategy)) return false
  if (body !== undefined && release.body !== body && !definition.bodies.includes(body)) return false
  if (isException === true && !isToLookAtFirst(entry)) return false
  if (text === undefined) return true
  const said = [definition.name, definition.definition, definition.why, definition.source.name, definition.owner, ...definition.themes].join(' ').toLowerCase()
  return text.toLowerCase().split(/\s+/).every((word) => said.includes(word))
}

export function byTheme(entries: readonly CurrentEntry[]): readonly Themed[] {
  return [...new Set(entries.map(themeOf))].map((theme) => ({ theme, entries: entries.filter((entry) => themeOf(entry) === theme) }))
}

/** What the list can be narrowed by; bodies are named as the site names them. */
export function measuresKnown(all: readonly CurrentEntry[], bodyNames: ReadonlyMap<string, string>): MeasuresKnown {
  const definitions = all.map(({ entry }) => entry.sheet.definition)
  const bodies = new Set(all.flatMap(({ entry, release }) => [release.body, ...entry.sheet.definition.bodies]))
  return {
    themes: named(definitions.flatMap(({ themes }) => themes.map((theme) => [theme, slugInWords(theme)]))),
    strategies: named(definitions.flatMap(({ strategies }) => strategies.map(({ slug, name }) => [slug, name]))),
    bodies: named([...bodies].map((slug) => [slug, bodyNames.get(slug) ?? slugInWords(slug)])),
    slugs: new Set(all.map(({ entry }) => entry.measure)),
  }
}

function named(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return new Map(pairs.toSorted(([, one], [, other]) => one.localeCompare(other, 'en-GB')))
}
