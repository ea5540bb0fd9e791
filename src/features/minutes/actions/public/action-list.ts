import type { LocalDate } from '#core/dates.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import type { ActionInList } from '../actions-of.ts'
import { actionName, inShort, inventionTag, standingWords } from '../action-words.ts'

interface ListOptions {
  readonly today: LocalDate
  /** Left out on a page of the body itself. */
  readonly saysBody: boolean
}

/** Recommendations and actions as a list: what was asked, by whom, of whom, and where it stands. */
export function actionList(actions: readonly ActionInList[], { today, saysBody }: ListOptions): Html {
  return html`<ul class="govuk-list gt-actions">
    ${actions.map(
      (action) => html`<li class="gt-actions__entry">
      <p class="govuk-body gt-actions__words"><a class="govuk-link" href="${action.address}">${actionName(action.kind, action.reference)}: ${userText(inShort(action.words))}</a></p>
      <p class="govuk-body-s">${saysBody ? html`Asked by the ${action.bodyName}. ` : ''}To answer: ${userText(action.askedOf.name)}.</p>
      <p class="govuk-body-s">${standingWords(action, today)} ${inventionTag(action.invented)}</p>
      ${action.report === undefined ? undefined : html`<p class="govuk-body-s">In the served report <a class="govuk-link" href="/recommendations/reports/${action.report.number}">${userText(action.report.title)}</a>.</p>`}
    </li>`,
    )}
  </ul>`
}
