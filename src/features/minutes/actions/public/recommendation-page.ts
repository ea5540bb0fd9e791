import { formatDate } from '#core/date-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, userText } from '#platform/pages/text.ts'
import { publishedMeeting, written, type MeetingVersion } from '#features/meetings'
import { actionName, inShort, inventionNote, standingWords } from '../action-words.ts'
import type { ActionInList } from '../actions-of.ts'
import { askedOfSlug } from '../asked-of.ts'
import { chainSection, daysMet } from './chain-section.ts'
import { linkTitles } from './evidence-links.ts'
import { publishedAction } from './read-tracker.ts'
import type { RecommendationSection } from './recommendation-section.ts'
import { trackerAddress } from './tracker-query.ts'

/** `/recommendations/{reference}`: what was asked, where, of whom, and its whole chain. Five queries at most, and those of later features. */
export async function recommendationPage(request: PublicRequest, sections: readonly RecommendationSection[] = []): Promise<Answer> {
  const { reference = '' } = request.params
  const action = /^[1-9]\d{0,8}$/.test(reference) ? await publishedAction(request.read, Number(reference)) : undefined
  if (action === undefined) return { kind: 'not-found', message: 'No recommendation or action has this reference. The list has them all.' }
  const meeting = action.meeting === undefined ? undefined : await publishedMeeting(request.read, action.body, action.meeting)
  const met = await daysMet(request.read, action)
  const titles = await linkTitles(request.read, action.chain)
  return {
    kind: 'page',
    title: actionName(action.kind, action.reference),
    description: `${inShort(action.words, 200)} Asked by the ${action.bodyName} on ${formatDate(action.askedOn)}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Recommendations and actions', href: '/recommendations' },
    ],
    body: html`${lead(html`<span class="gt-typed">${userText(action.words)}</span>`)}
    <p class="govuk-body">${standingWords(action, request.today)}</p>${inventionNote(action.invented)}
    <h2 class="govuk-heading-m">Who asked, and who must answer</h2>
    ${facts(action, meeting)}
    <h2 class="govuk-heading-m">What happened since</h2>
    ${action.chain.length === 0 ? html`<p class="govuk-body">Nothing is recorded yet.</p>` : chainSection(action, { met, titles, today: request.today })}
    ${await written(sections.map((section) => () => section(request, action)))}`,
  }
}

function facts(action: ActionInList, found: MeetingVersion | undefined): Html {
  const item = found?.meeting.items.find(({ number }) => number === action.item)
  const address = `/bodies/${action.body}/${action.meeting}`
  const hasMinutes = found?.meeting.status === 'minutes-draft' || found?.meeting.status === 'minutes-confirmed'
  return summaryList({
    rows: [
      { key: 'Asked by', value: html`<a class="govuk-link" href="/bodies/${action.body}">${action.bodyName}</a>, ${formatDate(action.askedOn)}` },
      ...(action.meeting === undefined ? [] : [{ key: 'At the meeting of', value: found === undefined ? formatDate(action.meeting) : html`<a class="govuk-link" href="${address}">${formatDate(action.meeting)}</a>` }]),
      ...(action.item === undefined ? [] : [{ key: 'Item', value: item === undefined ? String(action.item) : html`<a class="govuk-link" href="${address}/items/${item.number}">${item.number}. ${item.title}</a>` }]),
      ...(action.minute === undefined ? [] : [{ key: 'Minute', value: hasMinutes ? html`<a class="govuk-link" href="${address}/minutes#minute-${action.minute}">${action.minute}</a>` : String(action.minute) }]),
      { key: 'Who must answer', value: html`<a class="govuk-link" href="${trackerAddress({ askedOf: askedOfSlug(action.askedOf) })}">${userText(action.askedOf.name)}</a>` },
      ...(action.due === undefined ? [] : [{ key: 'To be done by', value: formatDate(action.due) }]),
      ...(action.report === undefined ? [] : [{ key: 'In the served report', value: html`<a class="govuk-link" href="/recommendations/reports/${action.report.number}">${userText(action.report.title)}</a>` }]),
      ...(action.source === undefined ? [] : [{ key: 'Source', value: userText(action.source) }]),
    ],
  })
}
