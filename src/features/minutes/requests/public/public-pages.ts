import { formatDate } from '#core/date-words.ts'
import { bodyNames, type BodySection } from '#features/bodies'
import { localSettings } from '#features/rules'
import type { Answer, PublicPage, PublicRequest as Visit } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { concernWords, type PublicRequest } from '../document-request.ts'
import { answerStates, answerWords, publishedRequest, publishedRequests } from '../read-requests.ts'
import { answerHtml, clockHtml, requestTags, titleOf } from '../words.ts'
import { numberedList } from './list-frame.ts'
import { readListQuery } from './list-query.ts'

const path = '/requests-for-documents'
const pageSize = 20

/** What scrutiny asked of the executive, as the public reads it. */
export const requestsPublicPages: readonly PublicPage[] = [
  { path, answer: listPage },
  { path: `${path}/:number`, answer: requestPage },
]

async function listPage({ read, query, today }: Visit): Promise<Answer> {
  const bodies = await bodyNames(read)
  const { asked, refusal } = readListQuery(query, { bodies, states: answerStates })
  const found = await publishedRequests(read, { ...asked, today, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  return numberedList({
    path,
    title: 'Documents that scrutiny asked for',
    description: 'Requests of scrutiny members for documents of the executive: when they were due, and what was answered.',
    lead: 'Members of scrutiny bodies are entitled to documents of the executive about its business and decisions. Each request is answered within ten clear days; a refusal gives its reasons in writing.',
    of: 'requests',
    asked,
    refusal,
    bodies,
    states: answerWords,
    shown: shown.length === 0 ? html`<p class="govuk-body">No requests.</p>` : html`<ul class="govuk-list gt-requests">${shown.map((one) => html`<li><h2 class="govuk-heading-s">${link(`${path}/${one.number}`, userText(titleOf(one)))}</h2><p class="govuk-body">${requestTags(one, today)}<br>Asked by ${userText(one.askedBy)} for the ${one.bodyName} on ${formatDate(one.askedOn)}; answer due by ${formatDate(one.due)}.</p></li>`)}</ul>`,
    next: found.length > pageSize ? shown.at(-1)?.number : undefined,
  })
}

async function requestPage({ read, params, today }: Visit): Promise<Answer> {
  const number = params['number'] ?? ''
  const found = /^[1-9]\d{0,8}$/.test(number) ? await publishedRequest(read, Number(number)) : undefined
  if (found === undefined) return { kind: 'not-found', message: 'There is no request for a document of this number. The list has them all.' }
  const clock = clockHtml(found, await localSettings(read))
  return {
    kind: 'page',
    title: found.title === undefined ? titleOf(found) : `Request ${found.number}: ${found.title}`,
    description: `A document that ${found.askedBy} asked for on behalf of the ${found.bodyName}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: 'Documents that scrutiny asked for', href: path },
    ],
    body: html`${summaryList({
      rows: [
        { key: 'State', value: requestTags(found, today) },
        { key: 'Asked', value: html`By ${userText(found.askedBy)} for the ${link(`/bodies/${found.body}`, found.bodyName)}, ${formatDate(found.askedOn)}` },
        { key: 'What it has to do with', value: concernWords[found.concern] },
        ...(found.title === undefined ? [{ key: 'Document', value: 'Named here once an officer has checked that the words disclose nothing' }] : []),
        { key: 'Answer due', value: clock?.due ?? formatDate(found.due) },
      ],
    })}${clock?.working}${answers(found)}`,
  }
}

function answers({ standing, earlier }: PublicRequest): Html {
  if (standing.state === 'waiting') return html`<p class="govuk-body">There is no answer yet.</p>`
  if (standing.state === 'withdrawn') return html`<p class="govuk-body">The member withdrew the request on ${formatDate(standing.on)}.</p>`
  return html`<h2 class="govuk-heading-m">The executive’s answer</h2>${answerHtml(standing)}${earlier.length > 0 && html`<h3 class="govuk-heading-s">Answered before</h3>${earlier.map(answerHtml)}`}`
}

/** The part of a scrutiny body's page that says what it asked for; nothing where it never asked. */
export const requestsOfBody: BodySection = async ({ read, today }, { slug }) => {
  const [latest] = await publishedRequests(read, { body: slug, today, limit: 1 })
  if (latest === undefined) return undefined
  return html`<h2 class="govuk-heading-m" id="requests-for-documents">Documents that it asked for</h2>
<p class="govuk-body">The latest: ${link(`${path}/${latest.number}`, userText(titleOf(latest)))}, asked on ${formatDate(latest.askedOn)}. ${requestTags(latest, today)}</p>
<p class="govuk-body">${link(`${path}?body=${slug}`, 'All requests of this body')}</p>`
}
