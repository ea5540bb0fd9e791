import { html, type Html } from '#platform/pages/html.ts'
import { line, word, words, type PartOfForm } from './fields.ts'

/** What the measure is, and why. */
export function whatPart({ field, last }: PartOfForm): Html {
  return html`<h2 class="govuk-heading-m">What it is, and why</h2>
${line(field('name'), 'Name', 'As it stands in tables: short, and plain to a reader who is new to it.')}
${last === undefined ? word(field('slug'), 'Address word (optional)', 'Left empty it follows from the name. It stands in addresses and files, and cannot be changed later. Such as plans-on-time.') : html`<p class="govuk-body">Address word: <code>${last.slug}</code>. It stands in addresses and files for good, and cannot be changed.</p>`}
${words(field('definition'), 'What it is, in plain words', 'A sentence or two that a councillor or a parent understands.', 3)}
${words(field('why'), 'Why it was chosen', 'What it tells about children’s lives, and what somebody would do if it moved.', 3)}`
}
