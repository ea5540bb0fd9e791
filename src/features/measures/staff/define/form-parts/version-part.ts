import { html, type Html } from '#platform/pages/html.ts'
import type { Definition } from '../../../definitions/definition.ts'
import { exampleOf } from '../../../definitions/frequencies.ts'
import { word, words, type PartOfForm } from './fields.ts'

/** Why there is another version, and from when it holds. */
export function versionPart({ field }: PartOfForm, { frequency }: Definition): Html {
  return html`<h2 class="govuk-heading-m">Why it is changed, and from when</h2>
${words(field('changed'), 'What changed and why', 'The public reads it beside the version.')}
${word(field('from'), 'From which day or period this version holds', `A day such as 1 April 2024, or a period such as ${exampleOf(frequency)}: then it holds from its first day. Figures of earlier periods are read by the version before.`)}`
}
