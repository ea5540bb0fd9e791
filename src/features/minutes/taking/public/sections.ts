import { formatDate } from '#core/date-words.ts'
import { countOf } from '#core/count-in-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import type { PublicRequest } from '#platform/http/answers.ts'
import type { AgendaItem, PublishedMeeting } from '#features/meetings'
import { inventionTag } from '../../actions/action-words.ts'
import { areInvented } from '../record/invented.ts'
import { minuteHtml, resolutionsHtml, sourceHtml } from '../record/minutes-html.ts'
import { stateInWords } from '../record/minutes-state.ts'
import { kindInWords } from '../record/resolution.ts'
import { standingSentence } from '../record/standing-words.ts'
import { minutesAddress } from './minutes-page.ts'
import { decidedSince } from './lately.ts'
import { publishedMinutes, resolutionsLately, type MinutesVersion, type ResolutionInList } from './published-minutes.ts'

/** On the page of a meeting: where its minutes stand, and what was resolved. */
export async function minutesSection({ read }: PublicRequest, { body, date }: PublishedMeeting): Promise<Html | undefined> {
  const found = await publishedMinutes(read, body, date)
  if (found === undefined) return undefined
  const { minutes } = found
  const resolved = minutes.minutes.filter(({ resolutions }) => resolutions.length > 0)
  return html`<section aria-labelledby="minutes-heading"><h2 class="govuk-heading-l" id="minutes-heading">Minutes and decisions</h2>
<p class="govuk-body">${statusTag(stateInWords[minutes.state], minutes.state === 'circulated' ? 'caution' : 'good')} ${standingSentence(minutes)} ${areInvented(minutes) && inventionTag('everything')}</p>${sourceHtml(minutes)}
${waysToMinutes(found)}
${resolved.map(({ number, title, resolutions }) => html`<h3 class="govuk-heading-s"><a class="govuk-link" href="${minutesAddress(minutes)}#minute-${number}">${number} ${userText(title)}</a></h3>${resolutionsHtml(resolutions)}`)}</section>`
}

function waysToMinutes({ minutes, pdf }: MinutesVersion): Html {
  const address = minutesAddress(minutes)
  return html`<ul class="govuk-list"><li><a class="govuk-link" href="${address}">Read the minutes</a> (${countOf(minutes.minutes.length, 'minutes')})</li>
<li><a class="govuk-link" href="${address}.pdf">Download the minutes (PDF, ${pdf.pages === 1 ? '1 page' : `${pdf.pages} pages`})</a></li></ul>`
}

/** On the page of an item: its minute and what was resolved. */
export async function minuteOfItem({ read }: PublicRequest, { body, date }: PublishedMeeting, { number }: AgendaItem): Promise<Html | undefined> {
  const found = await publishedMinutes(read, body, date)
  const minute = found?.minutes.minutes.find(({ item }) => item === number)
  if (found === undefined || minute === undefined) return undefined
  return html`<section aria-labelledby="minute-heading"><h2 class="govuk-heading-l" id="minute-heading">What was minuted</h2>
<p class="govuk-body"><a class="govuk-link" href="${minutesAddress(found.minutes)}#minute-${minute.number}">Minute ${minute.number}</a> ${statusTag(stateInWords[found.minutes.state], found.minutes.state === 'circulated' ? 'caution' : 'good')} ${areInvented(found.minutes) && inventionTag('everything')}</p>
${minuteHtml(minute, 3)}${sourceHtml(found.minutes)}</section>`
}

const shownAtHome = 5

/** On the first page: what bodies decided at their latest meetings, the newest first; what an example makes up is marked. */
export async function decidedLately({ read, today }: PublicRequest): Promise<Html | undefined> {
  const ofRecord = await resolutionsLately(read, { decided: true, invented: false, limit: shownAtHome })
  const invented = await resolutionsLately(read, { decided: true, invented: true, limit: shownAtHome })
  const { shown, isNews } = decidedSince([...ofRecord.map((one) => ({ ...one, mark: undefined })), ...invented.map((one) => ({ ...one, mark: inventionTag('everything') }))], today, shownAtHome)
  if (shown.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">${isNews ? 'What was decided lately' : 'The latest decisions in the record'}</h2><ul class="govuk-list gt-decided">${shown.map(decidedItem)}</ul>`
}

function decidedItem({ body, bodyName, date, itemTitle, minute, resolution, mark }: ResolutionInList & { readonly mark: Html | undefined }): Html {
  return html`<li><a class="govuk-link" href="${minutesAddress({ body, date })}#minute-${minute}">${userText(itemTitle)}</a><br>
<span class="gt-decided__words">${kindInWords(resolution)}: ${userText(resolution.words)}</span><br><span class="govuk-body-s">${bodyName}, ${formatDate(date)}</span>${mark && html` ${mark}`}</li>`
}
