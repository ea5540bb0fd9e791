import { html, type Html } from '#platform/pages/html.ts'
import { tag } from '#platform/pages/components/tag.ts'
import type { Rag } from '../sheets/sheet-judgement.ts'

type Coloured = Exclude<Rag, 'none'>

interface Look {
  readonly word: string
  readonly classes: string
  /** Drawn in a field of 16 by 16: each unlike the others, and unlike the points of charts. */
  readonly outline: string
}

/** As signs on the road: stop, take care, go on. */
const looks: Readonly<Record<Coloured, Look>> = {
  red: { word: 'Red', classes: 'govuk-tag--red', outline: 'M5 0.5H11L15.5 5V11L11 15.5H5L0.5 11V5Z' },
  amber: { word: 'Amber', classes: 'govuk-tag--yellow', outline: 'M8 1L15.5 15H0.5Z' },
  green: { word: 'Green', classes: 'govuk-tag--green', outline: 'M0.5 8a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0Z' },
}

/** The colour of a judgement as shape and word; undefined where nothing is coloured, as with measures of which neither way is better. */
export function ragTag(rag: Rag): Html | undefined {
  if (rag === 'none') return undefined
  const { word, classes, outline } = looks[rag]
  const shape = html`<svg class="gt-rag__shape" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false"><path d="${outline}" fill="currentColor"/></svg>`
  return tag({ text: html`${shape}${word}`, classes: `gt-rag ${classes}` })
}

export function ragWord(rag: Rag): string {
  return rag === 'none' ? 'Not coloured' : looks[rag].word
}
