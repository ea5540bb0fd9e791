import { parseDate } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { contentsOf } from '#platform/documents/contents.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { appendixTitle, itemTags } from './agenda-section.ts'
import { meetingAddress, type AgendaItem, type PaperInAgenda, type PublishedMeeting } from '../record/meeting.ts'
import { kindInWords, pagesInWords, pagesOfItem, timingInWords, whenInWords } from '../record/meeting-words.ts'
import { correctionNotice, noSuchMeeting, noSuchVersion } from './meeting-page.ts'
import { reportBlocks } from '../pack/report-blocks.ts'
import { reportHtml } from '../pack/report-html.ts'
import { publishedMeeting, publishedPapers, type PublishedPaper } from '../publication/published-meetings.ts'

/** `/bodies/{body}/{date}/items/{number}`, also of a version: the report and its appendices as HTML, and the way to the next item. */
export async function itemPage(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', number = '', version } = request.params
  const date = parseDate(day)
  if (date === undefined || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return noSuchMeeting
  const found = await publishedMeeting(request.read, body, date, version === undefined ? undefined : Number(version))
  if (found === undefined) return version === undefined ? noSuchMeeting : noSuchVersion
  const { meeting } = found
  const item = meeting.items.find((one) => String(one.number) === number)
  if (item === undefined) return { kind: 'not-found', message: 'The agenda of this meeting has no item of this number. The page of the meeting lists them all.' }
  const papers = await publishedPapers(request.read, { body, date, version: found.version }, item.number)
  const address = version === undefined ? meetingAddress(meeting) : `${meetingAddress(meeting)}/versions/${found.version}`
  return {
    kind: 'page',
    title: item.title,
    description: `Item ${item.number} of the ${meeting.bodyName}, ${whenInWords(meeting)}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: meeting.bodyName, href: `/bodies/${meeting.body}` },
      { text: whenInWords(meeting), href: address },
    ],
    body: html`${correctionNotice(found)} ${facts(meeting, item)} ${withheld(item)} ${contents(item, papers)} ${item.papers.map((paper) => paperSection(paper, papers, meeting, item.title))} ${neighbours(meeting, item, address)}`,
  }
}

function facts(meeting: PublishedMeeting, item: AgendaItem): Html {
  return html`<p class="govuk-body-l">Item ${item.number}, ${meeting.bodyName} ${itemTags(item)}</p>
    ${summaryList({
      rows: [
        { key: 'Meeting', value: html`<a class="govuk-link" href="${meetingAddress(meeting)}">${whenInWords(meeting)}</a>` },
        ...(item.kind === undefined ? [] : [{ key: 'Purpose', value: kindInWords(item.kind) }]),
        ...(item.presenter === undefined ? [] : [{ key: 'Presented by', value: item.presenter }]),
        ...(item.sponsor === undefined ? [] : [{ key: 'Sponsor', value: item.sponsor }]),
        ...(item.timing === undefined ? [] : [{ key: 'Indicative timing', value: timingInWords(item.timing) }]),
        ...(pagesOfItem(item) === undefined ? [] : [{ key: 'In the pack', value: pagesInWords(pagesOfItem(item)) }]),
        ...(item.note === undefined ? [] : [{ key: 'Note', value: item.note }]),
      ],
    })}`
}

function withheld(item: AgendaItem): Html | undefined {
  if (item.exempt !== undefined) {
    return insetText({
      text: `The papers of this item are not published. They are exempt under paragraph ${item.exempt.paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972. ${item.exempt.reason}`,
    })
  }
  if (item.confidential) return insetText({ text: 'The papers of this item are confidential and may not be published (Local Government Act 1972 s100A(2)).' })
  if (item.toFollow) return insetText({ text: 'The report on this item is to follow.' })
  if (item.papers.length > 0) return undefined
  return html`<p class="govuk-body">There is no paper for this item.</p>`
}

/** The papers of the item and what is in each, as links: some papers are longer than fifty printed pages. */
function contents(item: AgendaItem, papers: readonly PublishedPaper[]): Html | undefined {
  const held = item.papers.filter((paper) => paper.held)
  const lists = held.map((named) => ({ named, headings: headingsOf(papers.find((paper) => paper.id === named.id)) }))
  if (held.length < 2 && lists.every((list) => list.headings.length < 2)) return undefined
  return html`<nav class="gt-contents" aria-labelledby="contents-heading">
    <h2 class="govuk-heading-s" id="contents-heading">On this page</h2>
    ${lists.map(
      ({ named, headings }) =>
        html`<p class="govuk-body gt-contents__paper"><a class="govuk-link" href="#${named.id}">${named.title}</a>${named.pages === undefined ? '' : `, ${pagesInWords(named.pages) ?? ''} of the pack`}</p>
          ${headings.length < 2 ? undefined : html`<ul class="govuk-list gt-contents__headings">${headings.map((heading) => html`<li><a class="govuk-link" href="#${heading.id}">${heading.text}</a></li>`)}</ul>`}`,
    )}
  </nav>`
}

/** The headings of the first level; the same ids as `paperSection` writes. */
function headingsOf(paper: PublishedPaper | undefined) {
  if (paper === undefined) return []
  const entries = paper.frame === undefined ? contentsOf(paper.blocks, { idPrefix: `${paper.id}-` }) : contentsOf(reportBlocks(paper.frame, paper.blocks))
  return entries.filter((entry) => entry.level === 2)
}

function paperSection(named: PaperInAgenda, papers: readonly PublishedPaper[], meeting: PublishedMeeting, itemTitle: string): Html {
  const paper = papers.find((one) => one.id === named.id)
  const pages = pagesInWords(named.pages)
  const fileAddress = (file: { readonly checksum: string }) => `${meetingAddress(meeting)}/pictures/${file.checksum}`
  return html`<section class="gt-paper" id="${named.id}" aria-labelledby="${named.id}-title">
    <h2 class="govuk-heading-l" id="${named.id}-title">${named.kind === 'appendix' ? appendixTitle(named.title) : named.title === itemTitle ? 'Report' : named.title}</h2>
    ${pages === undefined ? undefined : html`<p class="govuk-body-s">${pages} of the pack</p>`}
    ${paper === undefined
      ? html`<p class="govuk-body">${named.note ?? 'This paper is named in the agenda and is not held here.'}</p>`
      : paper.frame === undefined
        ? html`<div class="gt-document">${blocksToHtml(paper.blocks, { headingLevel: 3, fileAddress, idPrefix: `${named.id}-` })}</div>`
        : reportHtml(paper.frame, paper.blocks, { headingLevel: 3, fileAddress })}
  </section>`
}

function neighbours(meeting: PublishedMeeting, item: AgendaItem, address: string): Html {
  const at = meeting.items.indexOf(item)
  const link = (one: AgendaItem | undefined, label: string) =>
    one === undefined ? undefined : html`<li><a class="govuk-link" href="${address}/items/${one.number}">${label}: ${one.number}. ${one.title}</a></li>`
  return html`<nav class="gt-neighbours" aria-label="Other items of this agenda">
    <ul class="govuk-list">
      ${link(meeting.items[at - 1], 'Previous item')} ${link(meeting.items[at + 1], 'Next item')}
      <li><a class="govuk-link" href="${address}#agenda">The whole agenda</a></li>
    </ul>
  </nav>`
}
