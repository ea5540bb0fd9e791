import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { contentsOf } from '#platform/documents/contents.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { appendixTitle, itemTags } from './agenda-section.ts'
import { meetingAddress, type AgendaItem, type PaperInAgenda, type PublishedMeeting } from '../record/meeting.ts'
import { fileKindInWords, sizeInWords } from '../record/file-words.ts'
import { kindInWords, pagesInWords, placesInWords, timingInWords, whenInWords } from '../record/meeting-words.ts'
import { written, type ItemSection } from '../later-parts.ts'
import { changedTexts } from './changed-in.ts'
import { correctionNotice, noSuchMeeting, noSuchVersion } from './meeting-page.ts'
import { reportBlocks } from '../pack/report-blocks.ts'
import { reportHtml } from '../pack/report-html.ts'
import { responsesSection } from '../speaking/response/responses-section.ts'
import { publishedMeeting, publishedPapers, type PublishedPaper } from '../publication/published-meetings.ts'

/** `/bodies/{body}/{date}/items/{number}`, also of a version: the report and its appendices as HTML, the given sections, and the way to the next item. */
export function itemPage(sections: readonly ItemSection[] = []): (request: PublicRequest) => Promise<Answer> {
  return (request) => answerItem(request, sections)
}

async function answerItem(request: PublicRequest, sections: readonly ItemSection[]): Promise<Answer> {
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
  const later = await written(sections.map((section) => () => section(request, meeting, item, papers)))
  return {
    kind: 'page',
    title: item.title,
    description: `Item ${item.number} of the ${meeting.bodyName}, ${whenInWords(meeting)}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: meeting.bodyName, href: `/bodies/${meeting.body}` },
      { text: whenInWords(meeting), href: address },
    ],
    body: html`${correctionNotice(found)} ${await changedTexts(request.read, found, item.number, papers)} ${itemBody({ meeting, item, papers, address, filesAt: meetingAddress(meeting) })} ${await responsesSection(request.read, body, date, item.number)} ${later}`,
  }
}

interface ShownItem {
  readonly meeting: PublishedMeeting
  readonly item: AgendaItem
  readonly papers: readonly PublishedPaper[]
  /** Of the meeting's page, or that of one of its versions. */
  readonly address: string
  /** Below which pictures and supplied files are. */
  readonly filesAt: string
}

/** What the public reads of an item: the same in a preview before it is published. */
export function itemBody({ meeting, item, papers, address, filesAt }: ShownItem): Html {
  return html`${facts(meeting, item, address)} ${withheld(item)} ${reviewed(item)} ${contents(item, papers)} ${item.papers.map((paper) => paperSection(paper, papers, filesAt, item))} ${neighbours(meeting, item, address)}`
}

function facts(meeting: PublishedMeeting, item: AgendaItem, address: string): Html {
  return html`<p class="govuk-body-l">Item ${item.number}, ${meeting.bodyName} ${itemTags(item)}</p>
    ${summaryList({
      rows: [
        { key: 'Meeting', value: html`<a class="govuk-link" href="${address}">${whenInWords(meeting)}</a>` },
        ...(item.kind === undefined ? [] : [{ key: 'Purpose', value: kindInWords(item.kind) }]),
        ...(item.presenter === undefined ? [] : [{ key: 'Presented by', value: item.presenter }]),
        ...(item.sponsor === undefined ? [] : [{ key: 'Sponsor', value: item.sponsor }]),
        ...(item.timing === undefined ? [] : [{ key: 'Indicative timing', value: timingInWords(item.timing) }]),
        ...(placesInWords(item) === undefined ? [] : [{ key: 'In the pack', value: placesInWords(item) }]),
        ...(item.lateReason === undefined ? [] : [{ key: 'Added late', value: `The chair’s reason for urgency: ${item.lateReason}` }]),
        ...(item.released === undefined ? [] : [{ key: 'Released', value: `Withheld before${item.released.paragraph === undefined ? '' : ` under paragraph ${item.released.paragraph} of Schedule 12A`}; released by the ${item.released.decidedBy} on ${formatDate(item.released.decidedOn)}` }]),
        ...(item.note === undefined ? [] : [{ key: 'Note', value: item.note }]),
      ],
    })}`
}

function withheld(item: AgendaItem): Html | undefined {
  if (item.withdrawn !== undefined) return insetText({ text: `This item was withdrawn: ${item.withdrawn}` })
  if (item.exempt !== undefined) {
    const what = item.papers.length > 0 ? 'Parts of the papers of this item are not published; what is below is the version for the public. The rest is' : 'The papers of this item are not published. They are'
    return insetText({
      text: `${what} exempt under paragraph ${item.exempt.paragraph} of Part 1 of Schedule 12A to the Local Government Act 1972. ${item.exempt.reason}`,
    })
  }
  if (item.confidential) return insetText({ text: item.papers.length > 0 ? 'What is below is the version for the public; the rest of the papers of this item is confidential and may not be published (Local Government Act 1972 s100A(2)).' : 'The papers of this item are confidential and may not be published (Local Government Act 1972 s100A(2)).' })
  if (item.toFollow) return insetText({ text: 'The report on this item is to follow.' })
  if (item.papers.length > 0) return undefined
  return html`<p class="govuk-body">There is no paper for this item.</p>`
}

function reviewed({ reviewOn, withdrawn }: AgendaItem): Html | undefined {
  if (reviewOn === undefined || withdrawn !== undefined) return undefined
  return html`<p class="govuk-body">Whether this must be withheld is to be looked at again by ${formatDate(reviewOn)}.</p>`
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
        html`<p class="govuk-body gt-contents__paper"><a class="govuk-link" href="#${named.id}">${named.title}</a>${named.pages === undefined ? '' : `, ${placeOf(named)}`}</p>
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

/** `pages 3 to 9 of the pack`, `page 57 of supplement 1`. */
function placeOf({ pages, supplement }: PaperInAgenda): string {
  return `${pagesInWords(pages) ?? ''} of ${supplement === undefined ? 'the pack' : `supplement ${supplement}`}`
}

function paperSection(named: PaperInAgenda, papers: readonly PublishedPaper[], filesAt: string, item: AgendaItem): Html {
  const paper = papers.find((one) => one.id === named.id)
  const fileAddress = (file: { readonly checksum: string }) => `${filesAt}/pictures/${file.checksum}`
  return html`<section class="gt-paper" id="${named.id}" aria-labelledby="${named.id}-title">
    <h2 class="govuk-heading-l" id="${named.id}-title">${named.kind === 'appendix' ? appendixTitle(named.title) : named.title === item.title ? 'Report' : named.title}</h2>
    ${named.pages === undefined ? undefined : html`<p class="govuk-body-s">${placeOf(named)}</p>`}
    ${suppliedFile(named, filesAt)}
    ${named.withdrawn !== undefined
      ? insetText({ text: `This paper was withdrawn: ${named.withdrawn}` })
      : paper === undefined
      ? html`<p class="govuk-body">${named.note ?? 'This paper is named in the agenda and is not held here.'}</p>`
      : paper.frame === undefined
        ? html`<div class="gt-document">${blocksToHtml(paper.blocks, { headingLevel: 3, fileAddress, idPrefix: `${named.id}-` })}</div>`
        : reportHtml(paper.frame, paper.blocks, { headingLevel: 3, fileAddress })}
  </section>`
}

/** The document as it was supplied, beside the text that says the same accessibly. */
function suppliedFile({ file, title }: PaperInAgenda, filesAt: string): Html | undefined {
  if (file === undefined) return undefined
  return html`<p class="govuk-body">As it was supplied: <a class="govuk-link" href="${filesAt}/files/${file.checksum}/${encodeURIComponent(file.name)}">${file.name}<span class="govuk-visually-hidden">, ${title}</span></a>
    (${fileKindInWords(file.mediaType)}, ${sizeInWords(file.bytes)})</p>`
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
