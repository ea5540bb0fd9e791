import { overlapWords } from '#core/statistics/xmr/judgement-words.ts'
import { assuranceDrawing, assuranceTexts, iconSize, variationDrawing, variationTexts, type Assurance } from '#platform/charts/icons.ts'
import type { Variation } from '#core/statistics/xmr/series.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { saidOtherwise } from '../sheets/process-and-target.ts'
import type { SheetJudgement } from '../sheets/sheet-judgement.ts'

type Unsaid = Exclude<SheetJudgement['time']['variation'], Variation>

/** Why nothing can be told from chance. */
const unsaid: Readonly<Record<Unsaid, string>> = {
  'too-short': 'Too few figures to tell change from chance',
  constant: 'Every figure is the same',
  rolling: `${overlapWords.rolling}: no rule of chance applies`,
  'year-to-date': `${overlapWords['year-to-date']}: no rule of chance applies`,
}

/** What the rules of chance say of a measure over time, in words that can stand alone. */
export function variationWords(variation: SheetJudgement['time']['variation']): string {
  return isUnsaid(variation) ? unsaid[variation] : variationTexts[variation]
}

/** Whether the process reaches its target, in words that agree with what its last figure does; undefined where there is no target, or nothing can be said of it. */
export function assuranceWords({ target, time: { assurance } }: Pick<SheetJudgement, 'target' | 'time'>): string | undefined {
  return assurance === 'none' ? undefined : (saidOtherwise(assurance, target.found) ?? assuranceTexts[assurance])
}

/** The icon of a measure over time with its words; words alone where there is no icon. */
export function variationLine(variation: SheetJudgement['time']['variation']): Html {
  return isUnsaid(variation) ? html`<span class="gt-quiet">${unsaid[variation]}</span>` : withIcon(variationDrawing(variation), variationTexts[variation])
}

/** The icon of the target with its words. */
export function assuranceLine(judgement: Pick<SheetJudgement, 'target' | 'time'>): Html | undefined {
  const { assurance } = judgement.time
  const words = assuranceWords(judgement)
  return assurance === 'none' || words === undefined ? undefined : withIcon(assuranceDrawing(assurance), words)
}

/** All icons that there are, for a legend. */
export function allIcons(): readonly Html[] {
  const variations = Object.keys(variationTexts) as Variation[]
  const assurances = Object.keys(assuranceTexts) as Assurance[]
  return [...variations.map((variation) => variationLine(variation)), ...assurances.map((assurance) => withIcon(assuranceDrawing(assurance), assuranceTexts[assurance]))]
}

/** Hidden from those who hear the page: the words beside it say the same. */
function withIcon(drawn: Html, words: string): Html {
  const icon = html`<svg class="gt-chart__icon" viewBox="0 0 ${iconSize} ${iconSize}" width="${iconSize}" height="${iconSize}" aria-hidden="true" focusable="false">${drawn}</svg>`
  return html`<span class="gt-icon-line">${icon}<span>${words}</span></span>`
}

function isUnsaid(variation: SheetJudgement['time']['variation']): variation is Unsaid {
  return variation in unsaid
}

/** Whether the rules of chance say anything. */
export function isSaid(variation: SheetJudgement['time']['variation']): variation is Variation {
  return !isUnsaid(variation)
}
