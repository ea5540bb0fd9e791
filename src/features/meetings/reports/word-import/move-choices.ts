import type { PostedForm } from '#access/staff/posted-form.ts'
import type { Refusal } from '#core/outcome.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { faultFor } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { PaperInWork } from '../../work/meeting-in-work.ts'
import { partName } from '../saving/part-words.ts'
import type { WordImport } from './keep-word-import.ts'
import { isPlaceEmpty, partsInImport, type FoundPart } from './parts-in-import.ts'

interface Choices {
  readonly paper: PaperInWork
  readonly kept: WordImport
}

/** What of the document goes elsewhere than into the text: its title, and sections that the form has parts for. Nothing moves unless it is ticked. */
export function moveChoices(form: PostedForm, { paper, kept }: Choices, refusal?: Refusal): Html | undefined {
  if (paper.kind !== 'report') return undefined
  const found = partsInImport(kept.markdown)
  const isShownAgain = form.has('revision')
  const ticked = isShownAgain ? form.all('move') : found.flatMap((one, index) => (isPlaceEmpty(paper.parts, one) ? [String(index)] : []))
  return html`${titleChoice(form, { paper, kept })}${
    found.length > 0 &&
    checkboxes({
      name: 'move',
      fieldset: { legend: { text: 'Sections that have a part of their own in the report', classes: 'govuk-fieldset__legend--m' } },
      hint: { text: 'Those that you tick are taken out of the text and put into their part, after what stands there.' },
      items: found.map((one, index) => ({ value: String(index), text: `“${one.heading}” into ${placeName(one, paper)}`, hint: { text: beginning(one) } })),
      values: ticked,
      error: faultFor(refusal, 'move'),
    })
  }`
}

function titleChoice(form: PostedForm, { paper, kept }: Choices): Html | undefined {
  if (kept.title === undefined || kept.title === paper.title) return undefined
  return html`${checkboxes({
    name: 'take-title',
    fieldset: { legend: { text: 'Title', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: `The report is called “${paper.title}”.` },
    items: [{ value: 'yes', text: `Call it “${kept.title}”, as the Word document does` }],
    values: form.all('take-title'),
  })}`
}

const places: Readonly<Record<FoundPart['part'], string | undefined>> = { recommendations: undefined, implications: undefined, supportingInformation: 'supporting information', contactPoints: 'contact points', backgroundPapers: 'background papers' }

function placeName({ part }: FoundPart, paper: PaperInWork): string {
  if (part === 'recommendations' || part === 'implications') return `“${partName(part, paper)}”`
  return `“${partName('closing', paper)}”, as ${places[part] ?? ''}`
}

const longestBeginning = 120

function beginning({ part, entries }: FoundPart): string {
  if (part === 'backgroundPapers' && entries.length === 0) return 'That there are none'
  const words = entries.join('; ')
  return words.length > longestBeginning ? `${words.slice(0, longestBeginning)}…` : words
}
