import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { entryAddress } from '../entry/plan-entry.ts'
import { paperOf } from '../papers/keep-papers.ts'
import { noticeKinds, noticeOf, type Notice, type NoticeKind } from '../papers/notice.ts'
import { printOf, publishedWords } from '../papers/notice-pdf.ts'
import { publishedEntry, type PublishedEntry } from '../store/published-plan.ts'
import { noPublished } from './entry-page.ts'

interface Found extends PublishedEntry {
  readonly kind: NoticeKind
  readonly notice: Notice
}

/** `/forward-plan/:reference/:notice`: each notice that was published and the statement of the decision, as a page that can be printed; with `.pdf` as a file. */
export async function noticePage(request: PublicRequest): Promise<Answer> {
  const { read, params } = request
  const [, word = '', isPdf] = /^([a-z-]+)(\.pdf)?$/.exec(params['notice'] ?? '') ?? []
  const kind = noticeKinds.find((one) => one === word)
  const found = kind && (await publishedEntry(read, params['reference'] ?? ''))
  const notice = found && noticeOf(found.entry, kind)
  if (kind === undefined || found === undefined || notice === undefined) return noPublished
  return isPdf === undefined ? asPage(request, { ...found, kind, notice }) : asFile(request, { ...found, kind, notice })
}

async function asPage({ read }: PublicRequest, { entry, kind, notice }: Found): Promise<Answer> {
  const rows: (readonly [string, Piece])[] = notice.rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, userText(value)] as const]))
  const paper = await paperOf(read, { reference: entry.reference, kind, print: printOf(notice) })
  return {
    kind: 'page',
    title: `${notice.title}: ${entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/forward-plan' }, { text: entry.matter, href: entryAddress(entry) }],
    body: html`<p class="govuk-body">${publishedWords(notice)}</p><p class="govuk-body">${notice.says}</p>${summaryList({ rows: rows.map(([key, value]) => ({ key, value })) })}
${paper && html`<p class="govuk-body">${link(`${entryAddress(entry)}/${kind}.pdf`, `Download this ${kind === 'decision' ? 'statement' : 'notice'} (PDF, ${paper.pages === 1 ? '1 page' : `${paper.pages} pages`})`)}</p>`}`,
  }
}

const notSet = { kind: 'not-found', message: 'This notice has no PDF yet: it is made within the hour. Its page, without .pdf, says the same.' } as const satisfies Answer

async function asFile({ read, file }: PublicRequest, { entry, kind, notice }: Found): Promise<Answer> {
  const paper = await paperOf(read, { reference: entry.reference, kind, print: printOf(notice) })
  const body = paper && (await file(paper.pdf))
  return body === undefined ? notSet : { kind: 'file', contentType: 'application/pdf', body, filename: `${entry.reference}-${kind}.pdf`, inline: true }
}
