import type { Html } from './html.ts'
import { tag } from './components/tag.ts'

/** What a state means to the reader; the colour only repeats what the word says. */
export type Meaning = 'neutral' | 'coming' | 'good' | 'caution' | 'bad' | 'withheld'

const colours: Record<Meaning, string> = {
  neutral: 'govuk-tag--grey',
  coming: 'govuk-tag--teal',
  good: 'govuk-tag--green',
  caution: 'govuk-tag--yellow',
  bad: 'govuk-tag--red',
  withheld: 'govuk-tag--purple',
}

/** The state of a record in a word or two. */
export function statusTag(text: string, meaning: Meaning): Html {
  return tag({ text, classes: colours[meaning] })
}
