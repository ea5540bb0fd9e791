import type { LocalDate } from '#core/dates.ts'
import { formatDate } from '#core/date-words.ts'
import type { LaterParts, MeetingInWork } from '#features/meetings'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { outstandingSubject } from '../../actions/outstanding.ts'
import { questionAddress } from '../letters.ts'
import type { Question } from '../question.ts'
import { questionsComingBack } from '../read-questions.ts'
import { aboutHtml, questionTags } from '../words.ts'
import { maySee } from './view.ts'

/** Whether unanswered questions still come back to this meeting: it is to be held. */
export function isToCome({ facts: { date, status } }: Pick<MeetingInWork, 'facts'>, today: LocalDate): boolean {
  return date >= today && (status === 'planned' || status === 'agenda-published')
}

/** The item of an agenda under which what is unanswered comes back; undefined where it has none yet. */
export function itemOfOutstanding({ items }: Pick<MeetingInWork, 'items'>): MeetingInWork['items'][number] | undefined {
  return items.find(({ facts }) => (facts.subjects ?? []).includes(outstandingSubject))
}

/** Questions that come back, each with its member, what it is about, who is to answer it, and how late that is. */
export function comingBackList(questions: readonly Question[], today: LocalDate): Html {
  return html`<ul class="govuk-list govuk-list--spaced">${questions.map(
    (question) => html`<li>${link(questionAddress(question), userText(question.text))}<br>${userText(question.askedBy)}, about ${aboutHtml(question.about, question.body)}. ${questionTags(question.standing, question.owner?.due, today)}${question.owner !== undefined && html`<br>To be answered by the ${userText(question.owner.role)}, by ${formatDate(question.owner.due)}.`}</li>`,
  )}</ul>`
}

/** Under the agenda that is being built: the questions that come back to it. */
export const questionsForAgenda: NonNullable<LaterParts['agendaParts']> = [
  async (reader, { today, context }, meeting) => {
    if (!isToCome(meeting, today)) return undefined
    const back = (await questionsComingBack(reader, meeting.facts.body, today)).filter((question) => maySee(context, question))
    return back.length === 0 ? undefined : details({ summary: `Questions that come back unanswered: ${back.length}`, content: comingBackList(back, today) })
  },
]
