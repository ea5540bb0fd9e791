import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { inAWord } from '../../glance/in-a-word.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import { measureAddress, type ReleaseEntry } from '../../releases/release.ts'
import { pointOf } from '../../sheets/sheet.ts'
import { figureAndPeriod, figureWords } from './figure-words.ts'
import { noteLine } from './note-line.ts'

/** Measures as short as they can be told: name, figure, colour, and in a word how it goes. The period is told of figures of another than `period`. */
export function briefList(entries: readonly ReleaseEntry[], period: string): Html {
  return html`<ul class="govuk-list gt-brief">${entries.map((entry) => briefLine(entry, period))}</ul>`
}

function briefLine({ measure, sheet, isConfirmed }: ReleaseEntry, period: string): Html {
  const said = [inAWord(sheet), isConfirmed ? '' : 'not confirmed'].filter((words) => words !== '').join('; ')
  return html`<li class="gt-brief__line"><a class="govuk-link" href="${measureAddress(measure)}">${userText(sheet.definition.name)}</a>
<span class="gt-brief__now"><strong>${sheet.asOf === period ? figureWords(sheet) : figureAndPeriod(sheet)}</strong> ${ragTag(sheet.judgement.rag)}${said !== '' && html` <span class="gt-quiet">${said}</span>`}</span>${pointOf(sheet)?.value !== undefined && noteLine(sheet)}</li>`
}
