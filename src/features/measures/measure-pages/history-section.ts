import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { Definition } from '../definitions/definition.ts'
import { stackedTable } from '../dashboards/parts/stacked-table.ts'
import { reasonSaid } from '../dashboards/view/reason-said.ts'
import { dashboardAddress } from '../releases/release.ts'
import { isGiven } from '../sheets/sheet.ts'
import { periodName, shownPoint } from '../sheets/shown.ts'
import { breakdownInWords } from './measure-words.ts'
import { publishedOn } from './published-on.ts'
import { mostRevisions } from './rest-in-file.ts'
import type { PublishedOnce } from './read-history.ts'

/** Which published figures were changed later and why, and every release with the figure that it had. */
export function historySection(history: readonly PublishedOnce[], definition: Definition): Html {
  return html`<h2 class="govuk-heading-m" id="history">What was published when</h2>
${revisions(history, definition)}
${stackedTable({
  caption: 'Releases with this measure, the newest first',
  columns: [{ heading: 'Release', isWide: true }, { heading: 'Published' }, { heading: 'Period' }, { heading: 'Figure then' }, { heading: 'Owner' }],
  rows: history.map((once) => ({
    cells: [
      html`${link(dashboardAddress(once, once.version), html`${userText(once.title)}, version ${once.version}`)}${once.note === '' ? '' : html`: ${userText(once.note)}`}`,
      publishedOn(once.publishedAt),
      periodName(once.asOf, definition),
      figureThen(once, definition),
      once.isConfirmed ? 'Confirmed' : 'Not confirmed',
    ],
  })),
})}`
}

/** A measure that is given by its parts alone has a figure, though none of them all; one whose total is hidden has one. */
function figureThen({ point, isInParts }: PublishedOnce, definition: Definition): string {
  if (isInParts && (point === undefined || !isGiven(point))) return 'By its parts alone'
  return point === undefined ? '[x]' : shownPoint(point, definition)
}

function revisions(history: readonly PublishedOnce[], definition: Definition): Html {
  const lines = history.flatMap((once, index) =>
    once.revised.map((figure) => {
      const { period, breakdown, was, now } = figure
      const why = reasonSaid(figure)
      const before = history.slice(index + 1).find(({ publishedAt }) => publishedAt < once.publishedAt)
      const when = before === undefined ? '' : `, published ${publishedOn(before.publishedAt)}`
      return html`<li>${periodName(period, definition)}${breakdown === '' ? '' : `, ${breakdownInWords(breakdown)}`}: was ${was}${when}; ${now} since ${publishedOn(once.publishedAt)}. ${why.given === undefined ? why.instead : html`The reason given: “${userText(why.given.trim().replace(/\.$/, ''))}”.`}</li>`
    }),
  )
  if (lines.length === 0) return html`<p class="govuk-body">No published figure was revised.</p>`
  const rest = lines.length > mostRevisions && html`<p class="govuk-body-s">Shown here: the newest ${mostRevisions} of ${lines.length.toLocaleString('en-GB')}. Each release below says which figures it revised.</p>`
  return html`<h3 class="govuk-heading-s">Revised figures</h3><ul class="govuk-list govuk-list--bullet">${lines.slice(0, mostRevisions)}</ul>${rest}`
}
