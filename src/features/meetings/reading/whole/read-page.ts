import { formatDate } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, refuse, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { input } from '#platform/pages/components/input.ts'
import { classNames } from '#platform/pages/components/markup.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { pagesInWords } from '../../pack/pack-pages.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import { hasSeen, lastReading, markAddress, type LastReading } from '../changes/readings.ts'
import { noteFormTemplate } from '../notes/note-form.ts'
import { lostNotes } from '../notes/note-html.ts'
import { notesOn } from '../notes/note-store.ts'
import type { Note } from '../notes/note.ts'
import { ownTouched } from '../prompts/own-interests.ts'
import { promptHtml } from '../prompts/prompt-html.ts'
import { meetingAddress, openPack, packAddress, readPack, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import { isPrivate } from '../rights/visible-meeting.ts'
import { personalCopyWords } from './personal-copy.ts'
import { agendaLinks, heldPapers, packItems } from './pack-items.ts'
import { typedPage } from './page-markers.ts'

interface Reading {
  readonly pack: OpenPack
  readonly notes: readonly Note[]
  readonly last: LastReading | undefined
  readonly touched: Awaited<ReturnType<typeof ownTouched>>
}

/** `/staff/packs/{body}/{date}/read`: the whole pack on one page, with the pages of the PDF and the reader's own notes. */
export const readPage: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/read',
  show: async (request) => {
    const address = meetingAddress(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const { person } = request.session.actor
    const read = await readPack(request.context, address.value, async (reader) => {
      const pack = await openPack(reader, request.context, address.value)
      if (!pack.ok) return pack
      return ok({ pack: pack.value, notes: await notesOn(reader, person, address.value), last: await lastReading(reader, person, address.value), touched: await ownTouched(reader, request, pack.value) })
    })
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    return goToPage(request, address.value, read.value.pack) ?? readingPage(request, address.value, read.value)
  },
}

/** `?page=12` leads to the place where that page of the PDF begins. */
function goToPage(request: StaffRequest, address: MeetingAddress, pack: OpenPack): StaffAnswer | undefined {
  const page = typedPage(request.query.get('page') ?? '')
  if (page === undefined || !hasPage(pack, page)) return undefined
  const query = new URLSearchParams([...request.query].filter(([name]) => name !== 'page')).toString()
  return { kind: 'moved', to: `${packAddress(address)}/read${query === '' ? '' : `?${query}`}#page-${page}` }
}

function hasPage(pack: OpenPack, page: string): boolean {
  const number = Number(page.replace('E', ''))
  return pack.papers.some(({ pages }) => pages !== undefined && (pages.part === 'exempt') === page.startsWith('E') && pages.from <= number && number <= pages.to)
}

function readingPage(request: StaffRequest, address: MeetingAddress, { pack, notes, last, touched }: Reading): StaffAnswer {
  const { meeting } = pack
  const typed = request.query.get('page') ?? ''
  const noPage = typed === '' ? undefined : noSuchPage(typed)
  const own = packAddress(address)
  const hasNoteLinks = request.query.get('notes') !== 'quiet'
  const noteAddress = (note: Note) => `${own}/notes/${note.id}`
  const ofPapers = new Set(pack.papers.map(({ id }) => id))
  const lost = notes.filter((note) => !ofPapers.has(note.paper)).map((note) => ({ note, place: { state: 'gone' } as const }))
  const version = address.version === undefined ? '' : `&version=${address.version}`
  return {
    kind: 'page',
    title: `The whole pack, ${formatDate(meeting.date)}`,
    crumbs: [
      { text: 'My packs', href: '/staff/packs' },
      { text: `${meeting.bodyName}, ${whenInWords(meeting)}`, href: own },
    ],
    ...(noPage === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${noPage && faultSummary(noPage)}${lead(meeting.bodyName)}${copyNotice(pack)}
${readingBar(request, address, typed, noPage)}
${opening(request, address, pack, last, hasNoteLinks)}
${promptHtml(touched)}
<nav aria-labelledby="contents"><h2 class="govuk-heading-m" id="contents" tabindex="-1">Contents</h2>${agendaLinks(pack, heldPapers(pack.papers))}</nav>
<div class="${classNames('gt-reading', hasNoteLinks && 'gt-reading--notes', isLong(pack) && 'gt-reading--long')}">
${packItems(pack, {
  headingLevel: 3,
  pictureAddress: (file) => `${own}/pictures/${file.checksum}`,
  fileAddress: (file) => `${own}/files/${file.checksum}/${encodeURIComponent(file.name)}`,
  notes,
  noteAddress,
  // Relative, since it stands at every paragraph.
  ...(hasNoteLinks ? { newNoteAddress: (paper: string, block: number) => `notes/new?paper=${paper}&block=${block}${version}` } : {}),
})}
${lostNotes(lost, 2, noteAddress)}
</div>
<p class="govuk-body">This is the end of the pack. ${link(own, 'Back to the meeting')}.</p>
${hasNoteLinks && noteFormTemplate(request, `${own}/notes`, address.version)}`,
  }
}

/** From so many pages on, a telephone lays out only what is near the screen. */
const longPack = 100

function isLong({ papers }: OpenPack): boolean {
  return papers.reduce((sum, { pages }) => sum + (pages === undefined ? 0 : pages.to - pages.from + 1), 0) >= longPack
}

/** Whose copy it is stands first, before anything that is not public. */
export function copyNotice(pack: OpenPack): Html | undefined {
  const words = personalCopyWords(pack)
  return words === undefined ? undefined : insetText({ classes: 'gt-copy-notice', text: html`<strong>${words}</strong>` })
}

function noSuchPage(typed: string): Refusal {
  return refuse('invalid', '', [{ field: 'page', message: `This pack has no page ${typed.slice(0, 20)} that you can read. Give a page as it is printed: 12, or E3 in the exempt part` }]).refusal
}

function readingBar(request: StaffRequest, address: MeetingAddress, typed: string, noPage: Refusal | undefined): Html {
  const kept = [...request.query].filter(([name]) => name !== 'page').map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  return html`<div class="gt-reading-bar"><form method="get" action="${packAddress(address)}/read" class="gt-go-to">${kept}
${input({ name: 'page', label: { text: html`Page<span class="govuk-visually-hidden"> of the pack</span>` }, value: typed, error: faultFor(noPage, 'page'), classes: 'govuk-input--width-4', autocomplete: 'off' })}
${button({ text: html`Go<span class="govuk-visually-hidden"> to this page</span>`, classes: 'govuk-button--secondary' })}
<a class="govuk-link" href="#contents">Contents</a></form></div>`
}

function opening(request: StaffRequest, address: MeetingAddress, pack: OpenPack, last: LastReading | undefined, hasNoteLinks: boolean): Html {
  const own = packAddress(address)
  const other = new URLSearchParams([...request.query].filter(([name]) => name !== 'page' && name !== 'notes'))
  if (hasNoteLinks) other.set('notes', 'quiet')
  const query = other.size === 0 ? '' : `?${other.toString()}`
  return html`<p class="govuk-body">Version ${pack.version}. The pages are those of the PDF: ${pagesOf(pack)}.
${isPrivate(pack.meeting) && 'This meeting is private.'} ${link(own, 'About this meeting, with what changed and what can be taken along')}.</p>
${readMark(request, address, pack, last)}
<p class="govuk-body"><a class="govuk-link" href="${own}/read${query}">${hasNoteLinks ? 'Read without the note links at each paragraph' : 'Show a link for a note at each paragraph'}</a></p>`
}

/** What is read is said by the reader; the script notes only that it was opened. */
function readMark(request: StaffRequest, address: MeetingAddress, pack: OpenPack, last: LastReading | undefined): Html {
  const isOpened = last !== undefined && hasSeen(last, pack)
  if (isOpened && last.isMarked) return html`<p class="govuk-body gt-read-mark">You have read this version.</p>`
  const mark = actionButton({ action: markAddress(address), token: request.session.formToken, text: 'I have read this version', kind: 'secondary', fields: { version: String(pack.version) } })
  const opened = isOpened ? `You opened this version on ${formatDate(dateOf(londonMoment(last.readAt.toISOString())))}.` : undefined
  return html`<div class="gt-read-mark"${opened === undefined && html` data-mark-opened`}>${opened && html`<p class="govuk-body">${opened}</p>`}${mark}</div>`
}

function pagesOf({ papers }: OpenPack): string {
  const parts = [papers.filter(({ pages }) => pages !== undefined && pages.part === undefined), papers.filter(({ pages }) => pages?.part === 'exempt')]
  const words = parts.flatMap((part) => {
    const pages = part.flatMap((paper) => paper.pages ?? [])
    const [first] = pages
    if (first === undefined) return []
    return [pagesInWords({ ...first, from: Math.min(...pages.map(({ from }) => from)), to: Math.max(...pages.map(({ to }) => to)) })]
  })
  return words.length === 0 ? 'there are none yet' : words.join(' and ')
}

