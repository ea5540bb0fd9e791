import { formatDate } from '#core/date-words.ts'
import { bodyNames, type BodySection } from '#features/bodies'
import type { LaterParts } from '#features/meetings'
import type { Answer, PublicPage, PublicRequest as Visit } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { outstandingSubject } from '../../actions/outstanding.ts'
import { numberedList } from '../../requests/public/list-frame.ts'
import { readListQuery } from '../../requests/public/list-query.ts'
import { isShown, type PublicQuestion } from '../question.ts'
import { answerStates, answerWords, outstandingQuestions, publishedQuestion, publishedQuestions } from '../read-questions.ts'
import { aboutHtml, answerHtml, questionEntry, questionTags } from '../words.ts'

const path = '/questions'
const pageSize = 20
/** More than an item ever has. */
const mostOnItem = 50

/** What members asked, and what was answered. */
export const questionsPublicPages: readonly PublicPage[] = [
  { path, answer: listPage },
  { path: `${path}/:number`, answer: questionPage },
]

async function listPage({ read, query, today }: Visit): Promise<Answer> {
  const bodies = await bodyNames(read)
  const { asked, refusal } = readListQuery(query, { bodies, states: answerStates })
  const found = await publishedQuestions(read, { ...asked, today, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  return numberedList({
    path,
    title: 'Questions from members',
    description: 'What members of bodies asked about items and figures, who answers by when, and the answers.',
    lead: 'What members asked about an item of an agenda or a figure. A question comes back on each agenda of its body until it is answered.',
    of: 'questions',
    asked,
    refusal,
    bodies,
    states: answerWords,
    shown: shown.length === 0 ? html`<p class="govuk-body">No questions.</p>` : html`${shown.map((question) => html`${questionEntry(question, today, { heading: 'h2' })}<p class="govuk-body-s">${isShown(question) && html`About: ${aboutHtml(question.about, question.body)}. `}${question.bodyName}.</p>`)}`,
    next: found.length > pageSize ? shown.at(-1)?.number : undefined,
  })
}

async function questionPage({ read, params, today }: Visit): Promise<Answer> {
  const number = params['number'] ?? ''
  const found = /^[1-9]\d{0,8}$/.test(number) ? await publishedQuestion(read, Number(number)) : undefined
  if (found === undefined) return { kind: 'not-found', message: 'There is no question of this number. The list has them all.' }
  const { standing } = found
  return {
    kind: 'page',
    title: `Question ${found.number} from ${found.askedBy}`,
    description: `A question of a member of the ${found.bodyName}, and its answer.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Questions from members', href: path },
    ],
    body: html`${isShown(found) && html`<p class="govuk-body-l"><span class="gt-typed">${userText(found.text)}</span></p>`}
${summaryList({
  rows: [
    { key: 'State', value: questionTags(standing, found.due, today) },
    ...(isShown(found) ? [{ key: 'About', value: aboutHtml(found.about, found.body) }] : []),
    { key: 'Body', value: link(`/bodies/${found.body}`, found.bodyName) },
    { key: 'Asked', value: html`By ${userText(found.askedBy)}, ${formatDate(found.askedOn)}` },
    { key: 'To be answered', value: html`By the ${userText(found.owner)}, by ${formatDate(found.due)}` },
  ],
})}${standing.state === 'answered' ? html`<h2 class="govuk-heading-m">Answer</h2>${answerHtml(found, 3)}` : answerHtml(found, 3)}${whereNext(found)}`,
  }
}

/** Where a reader goes from a question: to the others of its body and, while it is not answered, to the news of the body, on whose agendas it comes back. */
function whereNext({ body, bodyName, standing }: PublicQuestion): Html {
  return html`${standing.state === 'put' && html`<p class="govuk-body">It comes back on each agenda of its body until it is answered. ${link(`/bodies/${body}#news`, `News of the ${bodyName}, by e-mail or as a feed`)}</p>`}<p class="govuk-body">${link(`${path}?body=${body}`, 'All questions of this body')}</p>`
}

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** What members asked about an item; on the item about what is outstanding, every question of the body that is not answered, as of today. */
export const questionsOnItem: ItemSection = async ({ read, today }, meeting, item) => {
  const own = await publishedQuestions(read, { body: meeting.body, at: { date: meeting.date, item: item.number }, today, limit: mostOnItem })
  const isOutstanding = item.subjects?.includes(outstandingSubject) === true
  const waiting = isOutstanding ? await outstandingQuestions(read, meeting.body) : []
  return html`${own.length > 0 && section('Questions from members', 'questions', own.toReversed(), today)}${waiting.length > 0 && section('Questions that are not answered yet', 'unanswered-questions', waiting, today)}`
}

function section(heading: string, id: string, questions: readonly PublicQuestion[], today: Visit['today']): Html {
  return html`<h2 class="govuk-heading-m" id="${id}">${heading}</h2>${questions.map((question) => questionEntry(question, today, { heading: 'h3' }))}`
}

/** The part of a body's page that says what its members asked; nothing where they never did. */
export const questionsOfBody: BodySection = async ({ read, today }, { slug }) => {
  const [latest] = await publishedQuestions(read, { body: slug, today, limit: 1 })
  if (latest === undefined) return undefined
  const waiting = await outstandingQuestions(read, slug, 3)
  return html`<h2 class="govuk-heading-m" id="questions">Questions from its members</h2>
${waiting.length === 0 ? html`<p class="govuk-body">All are answered.</p>` : html`<ul class="govuk-list govuk-list--spaced">${waiting.map((one) => html`<li>${link(`${path}/${one.number}`, `Question ${one.number}`)} from ${userText(one.askedBy)}, about ${aboutHtml(one.about, slug)}. ${questionTags(one.standing, one.due, today)}</li>`)}</ul>`}
<p class="govuk-body">${link(`${path}?body=${slug}`, 'All questions of this body')}</p>`
}
