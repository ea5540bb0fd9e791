import { formatDate } from '#core/date-words.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { countOf } from '#core/count-in-words.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import { meetingAddress, openPack, packAddress, readPack, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import { notesOn } from './note-store.ts'
import type { Note } from './note.ts'
import { notesAfter } from './notes-on-page.ts'
import { notesAsText, notesByItem, type NotesOfItem } from './placed-notes.ts'
import type { PlacedNote } from './place-notes.ts'

interface OwnNotes {
  readonly address: MeetingAddress
  readonly pack: OpenPack
  readonly items: readonly NotesOfItem[]
}

/** `/staff/packs/{body}/{date}/notes`: all of one's notes on a meeting, for reading and for print. */
export const notesPage: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/notes',
  show: async (request) => {
    const found = await ownNotes(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { address, pack, items } = found.value
    const own = packAddress(address)
    const page = notesAfter(items, request.query.get('after') ?? '')
    return {
      kind: 'page',
      title: 'My notes',
      crumbs: [
        { text: 'My packs', href: '/staff/packs' },
        { text: `${pack.meeting.bodyName}, ${whenInWords(pack.meeting)}`, href: own },
      ],
      body: html`${doneBanner(request.query, { saved: 'Your note is saved.', deleted: 'It is deleted.' })}
<p class="govuk-body-l">${pack.meeting.bodyName}, ${whenInWords(pack.meeting)}. ${items.length === 0 ? 'Only you can read your notes.' : `${countOf(items.flatMap(({ notes }) => notes).length, 'notes')}, which only you can read.`}</p>
<ul class="govuk-list gt-no-print">${items.length > 0 && html`<li>${link(`${own}/notes.txt`, 'Download as a text file')}</li>`}<li>${link(`${own}/read`, 'Read the whole pack')}</li></ul>
${items.length === 0 && html`<p class="govuk-body">There are none yet. Open the whole pack: at each paragraph there is a link to write one.</p>`}
${page.items.map((item) => itemSection(item, own))}
${cursorPagination({
  label: 'My notes',
  previous: page.isFirst ? undefined : { href: `${own}/notes${asked(address)}`, label: 'The first ones' },
  next: page.next === undefined ? undefined : { href: `${own}/notes${asked(address, page.next)}`, label: 'More notes' },
})}`,
    }
  },
}

/** `/staff/packs/{body}/{date}/notes.txt`: the same as a file. */
export const notesFile: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/notes.txt',
  show: async (request) => {
    const found = await ownNotes(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { address, pack, items } = found.value
    const text = notesAsText(`My notes: ${pack.meeting.bodyName}, ${whenInWords(pack.meeting)}`, items)
    return { kind: 'file', contentType: 'text/plain; charset=utf-8', body: text, filename: `notes-${address.body}-${address.date}.txt` }
  },
}

function ownNotes(request: StaffRequest): Promise<Outcome<OwnNotes>> {
  const address = meetingAddress(request)
  if (!address.ok) return Promise.resolve(address)
  return readPack(request.context, address.value, async (reader) => {
    const pack = await openPack(reader, request.context, address.value)
    if (!pack.ok) return pack
    const notes = await notesOn(reader, request.session.actor.person, address.value)
    return ok({ address: address.value, pack: pack.value, items: notesByItem(pack.value, notes) })
  })
}

function asked({ version }: MeetingAddress, after?: string): string {
  const query = new URLSearchParams({ ...(version === undefined ? {} : { version: String(version) }), ...(after === undefined ? {} : { after }) }).toString()
  return query === '' ? '' : `?${query}`
}

function itemSection({ number, title, notes }: NotesOfItem, own: string): Html {
  return html`<section class="gt-notes-of-item"><h2 class="govuk-heading-m">${number}. ${title}</h2>
<ul class="govuk-list">${notes.map((one) => html`<li>${entry(one, own)}</li>`)}</ul></section>`
}

function entry({ note, place }: PlacedNote<Note>, own: string): Html {
  const about = note.quote === '' ? shortened(note.paragraph) : note.quote
  const where = place.state === 'gone' ? html`<strong>The text of this note is gone.</strong> It was in version ${note.version}.` : link(`${own}/read#note-${note.id}`, html`Where it stands<span class="govuk-visually-hidden">: ${about.slice(0, 60)}</span>`)
  return html`<p class="govuk-body-s gt-quiet">${note.paperTitle}, ${formatDate(dateOf(londonMoment(note.changedAt.toISOString())))}</p>
<p class="govuk-body"><q class="gt-own-note__quote">${userText(about)}</q></p>
${note.words !== '' && html`<p class="govuk-body gt-own-note__words">${userText(note.words)}</p>`}
<p class="govuk-body-s">${place.state === 'changed' && html`The text has changed since. `}${where} <span class="gt-no-print">${link(`${own}/notes/${note.id}`, html`Change or delete<span class="govuk-visually-hidden">: ${about.slice(0, 60)}</span>`)}</span></p>`
}

/** Long paragraphs are told by their beginning. */
function shortened(words: string): string {
  return words.length <= 300 ? words : `${words.slice(0, 300).replace(/\s+\S*$/, '')} …`
}
