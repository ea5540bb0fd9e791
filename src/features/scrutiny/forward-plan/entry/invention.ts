import { inventionTag, type Invention } from '#features/minutes'
import { html, type Html } from '#platform/pages/html.ts'
import type { PlanEntry } from './plan-entry.ts'

type Marked = Pick<PlanEntry, 'invented'>

/** What is printed on a notice or a statement, so that nobody takes it for the council’s: "Invented for the example"; nothing of what is of record. */
export function inventedWords({ invented }: Marked): string | undefined {
  return invented && says[invented]
}

/** The mark on the page of an entry or a notice, with a sentence. */
export function inventedNote({ invented }: Marked): Html | undefined {
  return invented && html`<p class="govuk-body">${inventionTag(invented)} ${says[invented]}</p>`
}

/** A title by itself, as feeds and letters have it: "School site (invented example)". */
export function markedTitle(matter: string, invented: Invention | null | undefined): string {
  return invented === undefined || invented === null ? matter : `${matter} (${invented === 'everything' ? 'invented example' : 'partly invented'})`
}

const says: Readonly<Record<Invention, string>> = {
  everything: 'Invented for the example: this is not of record.',
  'what-followed': 'Partly invented for the example: that this was to be decided is of record. The notice, what was decided and what followed are made up where the source does not say otherwise.',
}
