import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import type { DocumentRequest } from '../document-request.ts'
import { requestAddress } from '../letters.ts'
import { requestsKept } from '../read-requests.ts'
import { requestTags } from '../words.ts'
import { numberOf, readsAll } from './view.ts'

const mostWaiting = 200
const pageSize = 25
const path = '/staff/requests-for-documents'

/** `/staff/requests-for-documents`: for a member their own, for those who answer all; what waits first. */
export const requestsPage: StaffPage<MeetingsApp> = {
  path,
  show: async ({ context, query, session, today }) => {
    const asker = readsAll(context) ? undefined : session.actor.person
    const before = numberOf(query.get('before') ?? undefined) || undefined
    const found = await look(context, { verb: 'requests.see', subject: { kind: 'document-requests', id: 'list' } }, async (reader) =>
      ok({ waiting: before === undefined ? await requestsKept(reader, { asker, isWaiting: true, limit: mostWaiting }) : [], done: await requestsKept(reader, { asker, isWaiting: false, before, limit: pageSize + 1 }) }),
    )
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { waiting, done } = found.value
    const last = done.slice(0, pageSize).at(-1)
    const ask = context.may(context.actor, 'requests.make') && html`<p>${button({ text: 'Ask for a document', href: `${path}/ask` })}</p>`
    const body = html`${lead(asker === undefined ? 'What scrutiny members asked of the executive, and what was answered.' : 'The documents of the executive that you asked for.')}${ask}
${before === undefined && part('Waiting for an answer', waiting, today, 'Nothing waits for an answer.')}
${part('Answered or withdrawn', done.slice(0, pageSize), today, 'Nothing here yet.')}
${cursorPagination({ label: 'Pages of requests', ...(before === undefined ? {} : { previous: { href: path, label: 'Back to the first page' } }), ...(done.length > pageSize && last !== undefined ? { next: { href: `${path}?before=${last.number}`, label: 'Earlier requests' } } : {}) })}
<p class="govuk-body">${link('/requests-for-documents', 'The list as the public reads it')}</p>`
    return { kind: 'page', title: 'Requests for documents', body, crumbs: [{ text: 'Questions', href: '/staff/questions' }] }
  },
}

function part(heading: string, requests: readonly DocumentRequest[], today: LocalDate, none: string): Html {
  if (requests.length === 0) return html`<h2 class="govuk-heading-m">${heading}</h2><p class="govuk-body">${none}</p>`
  return dataTable({
    caption: heading,
    columns: [{ heading: 'Document' }, { heading: 'Asked by' }, { heading: 'For' }, { heading: 'Answer due' }, { heading: 'State' }],
    rows: requests.map((request) => [
      link(requestAddress(request), html`${request.number}. ${userText(shortened(request.document))}`),
      html`${userText(request.askedBy)}, ${formatDate(request.askedOn)}`,
      request.bodyName,
      formatDate(request.due),
      requestTags(request, today),
    ]),
  })
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length <= 100 ? line : `${line.slice(0, 99)}…`
}
