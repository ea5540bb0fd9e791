import type { Fault } from '#core/outcome.ts'
import type { Definition } from '../../definitions/definition.ts'
import type { Ranking } from '../release.ts'
import { draftFaults, mostTop } from './draft-faults.ts'
import type { DraftHeading, ReleaseDraft } from './release-draft.ts'

/** A measure as the form has it: in which part of the dashboard it stands, left empty where it does not, and at which place. */
export interface TypedMeasure {
  readonly slug: string
  readonly part: string
  readonly place: string
}

export type TypedRanking = Readonly<Record<'measure' | 'by' | 'top' | 'title', string>>

/** What an analyst chose, as typed. */
export interface TypedDraft {
  readonly title: string
  readonly measures: readonly TypedMeasure[]
  /** Row by row of the form; a row that is empty is left out. */
  readonly rankings: readonly TypedRanking[]
}

/** How many fewest and most are ranked. */
const fewestTop = 3

/** The draft that was typed: measures by their places, and parts by that of their first measure. What is not typed stays as it was. */
export function draftOfTyped({ title, measures, rankings }: TypedDraft, before: ReleaseDraft): ReleaseDraft {
  return { ...before, title: title.trim(), headings: headingsOf(measures), rankings: rankings.filter(isGiven).map(rankingOf) }
}

function headingsOf(measures: readonly TypedMeasure[]): readonly DraftHeading[] {
  const chosen = measures.filter(({ part }) => part.trim() !== '').toSorted((one, other) => placeOf(one) - placeOf(other))
  return [...Map.groupBy(chosen, ({ part }) => part.trim())].map(([heading, within]) => ({ heading, measures: within.map(({ slug }) => slug) }))
}

/** Without a place it comes after those that have one. */
function placeOf({ place }: TypedMeasure): number {
  return isPlace(place) && place.trim() !== '' ? Number(place) : Number.MAX_SAFE_INTEGER
}

function isPlace(place: string): boolean {
  return /^\d{0,4}$/.test(place.trim())
}

function isGiven(ranking: TypedRanking): boolean {
  return Object.values(ranking).some((value) => value.trim() !== '')
}

function rankingOf({ measure, by, top, title }: TypedRanking): Ranking {
  return { measure: measure.trim(), by: by.trim(), top: Number(top.trim() || '10'), title: title.trim() }
}

/** What is wrong with what was typed, by the fields of the form. */
export function typedFaults(typed: TypedDraft, body: string, definitions: ReadonlyMap<string, Definition>): readonly Fault[] {
  const draft = draftOfTyped(typed, { title: '', headings: [], rankings: [] })
  const rows = typed.rankings.flatMap((ranking, row) => (isGiven(ranking) ? [row + 1] : []))
  return [
    ...(draft.title === '' ? [{ field: 'title', message: 'Give the release a title' }] : draft.title.length > 200 ? [{ field: 'title', message: 'Shorten the title to 200 characters' }] : []),
    ...typed.measures.flatMap(({ slug, place, part }) => [
      ...(isPlace(place) ? [] : [{ field: `place-${slug}`, found: place, message: 'Give its place as a whole number, or leave it empty' }]),
      ...(part.trim().length > 100 ? [{ field: `part-${slug}`, message: 'Shorten the name of the part to 100 characters' }] : []),
    ]),
    ...typed.rankings.flatMap((ranking, row) => (isGiven(ranking) ? rankingRowFaults(ranking, row + 1) : [])),
    ...draftFaults(draft, body, definitions).map(({ field = '', ...fault }) => ({ ...fault, field: formField(field, fault.found, rows) })),
  ]
}

function rankingRowFaults({ top, title }: TypedRanking, row: number): readonly Fault[] {
  const number = Number(top.trim() || '10')
  return [
    ...(title.trim() === '' ? [{ field: `ranking-${row}-title`, message: 'Say what the ranking shows' }] : []),
    ...(Number.isInteger(number) && number >= fewestTop && number <= mostTop ? [] : [{ field: `ranking-${row}-top`, found: top, message: `Give a whole number from ${fewestTop} to ${mostTop}` }]),
  ]
}

function formField(field: string, found: string | undefined, rows: readonly number[]): string {
  const [, place, part] = /^rankings\[(\d+)\]\.(\w+)$/.exec(field) ?? []
  if (place !== undefined) return `ranking-${rows[Number(place) - 1] ?? 1}-${part}`
  return found === undefined ? 'measures' : `part-${found}`
}
