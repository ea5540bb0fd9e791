import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Note } from './note.ts'
import type { PlacedNote } from './place-notes.ts'

/** A note where it stands in the text, with the way to change it where that is possible; `changeAddress` is left out for copies. */
export function noteInText({ note, place }: PlacedNote<Note>, changeAddress?: string): Html {
  const isHighlight = note.words === ''
  const name = isHighlight ? 'Your highlight' : 'Your note'
  return html`<div class="gt-own-note" id="note-${note.id}" role="note" aria-label="${name}" data-quote="${place.state === 'kept' ? note.quote : ''}">
<p class="govuk-body-s gt-own-note__head"><strong>${name}</strong>${note.quote !== '' && html` on <q class="gt-own-note__quote">${userText(note.quote)}</q>`}${place.state === 'changed' && html` <span class="gt-own-note__changed">The text has changed since.</span>`}</p>
${!isHighlight && html`<p class="govuk-body gt-own-note__words">${userText(note.words)}</p>`}
${changeAddress !== undefined && html`<p class="govuk-body-s gt-own-note__change">${link(changeAddress, html`Change or delete<span class="govuk-visually-hidden"> ${name.toLowerCase()}${note.words !== '' && html`: ${note.words.slice(0, 60)}`}</span>`)}</p>`}
</div>\n`
}

/** Notes that have no place in the text any more, with what they were about. */
export function lostNotes(notes: readonly PlacedNote<Note>[], headingLevel: number, changeAddress?: (note: Note) => string): Html | undefined {
  if (notes.length === 0) return undefined
  const heading = html.raw(`h${headingLevel}`)
  return html`<section class="gt-lost-notes">
<${heading} class="govuk-heading-s">The text of ${notes.length === 1 ? 'this note' : 'these notes'} is gone</${heading}>
${notes.map(
  ({ note, place }) => html`<p class="govuk-body-s">On ${note.paperTitle}, version ${note.version}: <q class="gt-own-note__quote">${userText(note.quote === '' ? note.paragraph.slice(0, 300) : note.quote)}</q></p>
${noteInText({ note, place }, changeAddress?.(note))}`,
)}
</section>\n`
}
