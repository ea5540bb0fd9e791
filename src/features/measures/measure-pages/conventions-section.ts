import { overlapWords } from '#core/statistics/xmr/judgement-words.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { formatDate } from '#core/date-words.ts'
import type { Definition } from '../definitions/definition.ts'
import { conventionsOf } from '../sheets/judged-sheet.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { periodName } from '../sheets/shown.ts'

/** By which method an interval is reckoned. */
export const intervalWords: Readonly<Record<Definition['interval'], string>> = {
  none: 'None: the figures are given as they stand.',
  wilson: '95%, by Wilson’s score method for shares.',
  byars: '95%, by Byar’s method for counts and rates; exact Poisson below 10 cases.',
  dobson: '95%, by Dobson’s method for directly standardised rates; none below 10 cases.',
  'student-t': '95%, by Student’s t for means.',
}

/** The rules by which the chart is drawn and judged, as the definition keeps them. */
export function conventionsSection({ definition }: Pick<MeasureSheet, 'definition'>): Html {
  return details({
    summary: 'How it is judged',
    content: html`<ul class="govuk-list govuk-list--bullet">${rules(definition).map((rule) => html`<li>${rule}</li>`)}</ul>`,
  })
}

function rules(definition: Definition): readonly string[] {
  const { baseline, screen, beyondCounts, overlap } = conventionsOf(definition)
  const interval = `Interval of a figure: ${intervalWords[definition.interval]}`
  if (overlap !== undefined) return [`${overlapWords[overlap]}, so no rule of chance is applied.`, interval]
  return [
    'With fewer than 13 figures, or so few since limits were changed: a run chart with the median, and no icon.',
    `Limits: the mean of ${baseline === undefined ? 'all figures' : `the first ${baseline} figures`} since the last change, and 2.66 times the mean difference of figures that follow each other (an XmR chart).${screen ? ' Differences of 3.267 times their mean or more are left out once.' : ''}`,
    `A signal is: a figure beyond a limit; seven figures in a row on one side of the mean; seven in a row rising or falling; two of three close to a limit${beyondCounts ? ', those beyond it counted too' : ''}.`,
    'The target is reached as it is where it lies on the good side of both limits, and out of reach where it lies on the bad side of both.',
    'Red: the target is missed and nothing improves, or there is none and the figure is concerning over time and worse than others. Amber: one part speaks against it, or the target cannot be told. Green: one part speaks for it and none against.',
    interval,
  ]
}

/** Where the series breaks, and where it was decided to begin new limits, each with its reason. */
export function eventsSection({ definition }: Pick<MeasureSheet, 'definition'>): Html | undefined {
  const { breaks, rebases } = definition
  if (breaks.length + rebases.length === 0) return undefined
  return html`<h3 class="govuk-heading-s">Breaks and new limits</h3>
<ul class="govuk-list govuk-list--bullet">${breaks.map(({ period, reason }) => html`<li>From ${periodName(period, definition)} the figures are not like those before: ${userText(reason)}</li>`)}
${rebases.map(({ period, reason, decidedBy, decidedOn }) => html`<li>New limits from ${periodName(period, definition)}: ${userText(reason)} Decided by ${userText(decidedBy)}, ${formatDate(decidedOn)}.</li>`)}</ul>`
}
