import { formatDate } from '#core/date-words.ts'
import { meetingAddress } from '#features/meetings'
import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { agreedOf, notAgreedOf } from '../considered.ts'
import type { FinalReport } from '../task-group.ts'
import { recommendationsList } from './words.ts'

/** What the body that set the group up made of its report, or that nobody is asked for anything before it has. */
function considerationWords(report: FinalReport, body: string, names: ReadonlyMap<string, string>): Html {
  const { considered, recommendations } = report
  const name = names.get(body) ?? body
  if (considered === undefined) return html`${recommendations.length > 0 && html`These are the group’s proposals. They are asked of nobody before the ${name} has agreed them at a meeting.`}`
  const item = considered.item === undefined ? '' : `, item ${considered.item}`
  return html`The ${name} considered the report on ${link(meetingAddress({ body, date: considered.date }), formatDate(considered.date))}${item}${agreedWords(report)}.`
}

function agreedWords(report: FinalReport): string {
  const all = report.recommendations.length
  if (all === 0) return ''
  const agreed = agreedOf(report).length
  if (agreed === 0) return ', and agreed none of its recommendations'
  if (agreed < all) return `, and agreed ${agreed} of its ${all} recommendations`
  return all === 1 ? ', and agreed its recommendation' : ', and agreed its recommendations'
}

/** The recommendations of a final report with what its body made of them; `agreed` shows those that it agreed, where they are shown otherwise than as a list. */
export function considerationPart(report: FinalReport, body: string, names: ReadonlyMap<string, string>, agreed?: Html): Html | undefined {
  const shown = report.considered === undefined ? report.recommendations : agreedOf(report)
  return html`<p class="govuk-body">${considerationWords(report, body, names)}</p>${agreed ?? recommendationsList(shown)}
${notAgreedOf(report).length > 0 && html`<p class="govuk-body">Not agreed by the ${names.get(body) ?? body}:</p>${recommendationsList(notAgreedOf(report))}`}`
}
