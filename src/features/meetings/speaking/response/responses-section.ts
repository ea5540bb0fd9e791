import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Reader } from '#platform/database/database.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { userText } from '#platform/pages/text.ts'
import { publishedResponses, type PublishedResponse } from './published-responses.ts'

/**
 * The council's written responses to members of the public who spoke at a meeting, on one item only where it is given; nothing where there are none.
 * One query. Begins with an h2 that has the id `responses`.
 */
export async function responsesSection(reader: Reader, body: string, date: LocalDate, item?: number): Promise<Html | undefined> {
  const responses = await publishedResponses(reader, body, date, item)
  const standing = responses.filter(({ number }, index) => responses[index - 1]?.number !== number)
  if (standing.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="responses">Written responses to members of the public</h2>
    ${standing.map((response) => responseEntry(response, responses.filter(({ number, version }) => number === response.number && version < response.version)))}`
}

function responseEntry(response: PublishedResponse, earlier: readonly PublishedResponse[]): Html {
  const { number, item, askedAbout, speaker, note } = response
  return html`<section class="gt-response" aria-labelledby="response-${number}">
    <h3 class="govuk-heading-s" id="response-${number}">Response ${number}, on item ${item.number}: ${item.title}</h3>
    <p class="govuk-body"><strong>${userText(speaker)} asked:</strong> ${userText(askedAbout)}</p>
    ${textOf(response, `response-${number}`)}
    <p class="govuk-body-s">${note === undefined ? html`Published on ${dayOf(response)}.` : html`Corrected on ${dayOf(response)}: ${userText(note)}`}</p>
    ${earlier.length > 0 &&
    details({
      summary: html`As it was before the correction<span class="govuk-visually-hidden">: response ${number}</span>`,
      content: html`${earlier.map((version) => html`<p class="govuk-body"><strong>Published on ${dayOf(version)}.</strong> ${userText(version.askedAbout)}</p>${textOf(version, `response-${number}-${version.version}`)}`)}`,
    })}
  </section>`
}

function textOf({ blocks }: PublishedResponse, idPrefix: string): Html {
  // A response shows no pictures: the text was read without any.
  return html`<div class="gt-document">${blocksToHtml(blocks, { headingLevel: 4, idPrefix: `${idPrefix}-`, fileAddress: () => '' })}</div>`
}

function dayOf({ publishedAt }: PublishedResponse): string {
  return formatDate(dateOf(londonMoment(publishedAt)))
}
