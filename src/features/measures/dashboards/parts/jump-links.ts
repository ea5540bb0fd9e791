import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { DashboardView } from '../view/dashboard-view.ts'
import { otherwiseAsked } from './exceptions-section.ts'
import { rankingsOf } from './ranking-section.ts'

/** The ways from the first screen of a long page to what lies behind it. */
export function jumpLinks(view: DashboardView): Html {
  const { headed, context } = view
  const judged = headed.reduce((sum, { entries }) => sum + entries.length, 0)
  const ways = [
    ...(otherwiseAsked(view).length === 0 ? [] : [link('#asked', 'What was asked')]),
    ...(judged === 0 ? [] : [link('#measures', `All measures (${judged})`)]),
    ...(context.length === 0 ? [] : [link('#context', `${context.length} for context`)]),
    ...(rankingsOf(view).length === 0 ? [] : [link('#rankings', 'What there is most of')]),
    link('#take-away', 'Files'),
  ]
  return html`<nav aria-label="On this page"><ul class="govuk-list gt-jump">${ways.map((way) => html`<li>${way}</li>`)}</ul></nav>`
}
