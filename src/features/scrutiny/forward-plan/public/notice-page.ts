import { formatDay } from '#core/date-words.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { inventedNote } from '../entry/invention.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { paperOf } from '../papers/keep-papers.ts'
import { earlierNotices, noticesOf, type AddressedNotice } from '../papers/notice.ts'
import { printOf, publishedWords } from '../papers/notice-pdf.ts'
import { publishedEntry, type PublishedEntry } from '../store/published-plan.ts'
import { noticeLinks } from './clock-section.ts'
import { documentList } from './entry-facts.ts'
import { noPublished } from './entry-page.ts'

interface Found extends PublishedEntry, AddressedNotice {}

/** `/forward-plan/:reference/:notice`: each notice that was published, as it was issued, and the statement of the decision, as a page that can be printed; with `.pdf` as a file. */
export async function noticePage(request: PublicRequest): Promise<Answer> {
  const { read, params } = request
  const [, word = '', isPdf] = /^([a-z-]+(?:-\d{1,3})?)(\.pdf)?$/.exec(params['notice'] ?? '') ?? []
  const found = word === '' ? undefined : await publishedEntry(read, params['reference'] ?? '')
  const notice = found && noticesOf(found.entry).find((one) => one.word === word)
  if (found === undefined || notice === undefined) return noPublished
  return isPdf === undefined ? asPage(request, { ...found, ...notice }) : asFile(request, { ...found, ...notice })
}

async function asPage({ read }: PublicRequest, { entry, kind, word, notice, replaced }: Found): Promise<Answer> {
  const rows: (readonly [string, Piece])[] = notice.rows.flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, kind === 'decision' && key === 'Documents' ? documentList(entry) : userText(value)] as const]))
  const paper = await paperOf(read, { reference: entry.reference, kind, print: printOf(notice) })
  return {
    kind: 'page',
    title: `${notice.title}${replaced === undefined ? '' : ', which holds no longer'}: ${matterOf(notice)}`,
    crumbs: [{ text: 'Forward plan', href: '/forward-plan' }, { text: entry.matter, href: entryAddress(entry) }],
    body: html`${inventedNote(entry)}${replaced && insetText({ text: html`This notice holds no longer since ${formatDay(replaced.on)}. ${userText(replaced.reason)} ${link(entryAddress(entry), 'How the entry stands now')}` })}<p class="govuk-body">${publishedWords(notice)}</p><p class="govuk-body">${notice.says}</p>${summaryList({ rows: rows.map(([key, value]) => ({ key, value })) })}
${replaced === undefined && earlierList(entry, kind)}${paper && html`<p class="govuk-body">${link(`${entryAddress(entry)}/${word}.pdf`, `Download this ${kind === 'decision' ? 'statement' : 'notice'} (PDF, ${paper.pages === 1 ? '1 page' : `${paper.pages} pages`})`)}</p>`}`,
  }
}

/** The matter as the notice has it. */
function matterOf({ rows }: AddressedNotice['notice']): string {
  return rows.find(([heading]) => heading === 'Matter')?.[1] ?? ''
}

function earlierList(entry: PlanEntry, kind: AddressedNotice['kind']): Html | undefined {
  const earlier = earlierNotices(entry).filter((one) => one.kind === kind)
  return earlier.length === 0 ? undefined : html`<h2 class="govuk-heading-m">Earlier notices</h2>${noticeLinks(entry, earlier)}`
}

const notSet = { kind: 'not-found', message: 'This notice has no PDF yet: it is made within the hour. Its page, without .pdf, says the same.' } as const satisfies Answer

async function asFile({ read, file }: PublicRequest, { entry, kind, word, notice }: Found): Promise<Answer> {
  const paper = await paperOf(read, { reference: entry.reference, kind, print: printOf(notice) })
  const body = paper && (await file(paper.pdf))
  return body === undefined ? notSet : { kind: 'file', contentType: 'application/pdf', body, filename: `${entry.reference}-${word}.pdf`, inline: true }
}
