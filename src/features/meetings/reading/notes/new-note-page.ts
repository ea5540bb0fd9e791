import { ok, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { meetingAddress, packAddress, readPack, type MeetingAddress } from '../rights/open-reading.ts'
import { instantOf } from '../../speaking/moment.ts'
import { keepNote, notedPlace } from './keep-note.ts'
import { newNoteForm } from './note-form.ts'
import { noteInText } from './note-html.ts'
import { noteById } from './note-store.ts'

/** `/staff/packs/{body}/{date}/notes/new?paper=…&block=…`: a note or a highlight on one paragraph. */
export const newNotePage: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/notes/new',
  show: async (request) => {
    const address = meetingAddress(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const { query } = request
    return formPage(request, address.value, { paper: query.get('paper') ?? '', block: query.get('block') ?? '', quote: query.get('quote') ?? '', words: '' })
  },
  submit: async (request) => {
    const address = meetingAddress(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const typed = { paper: request.form.text('paper'), block: request.form.text('block'), quote: request.form.text('quote'), words: request.form.text('words') }
    const kept = await keepNote(request.context, address.value, { ...typed, block: blockOf(typed.block) }, instantOf(request.today, request.now))
    if (!kept.ok) return kept.refusal.kind === 'invalid' && !request.form.has('script') ? formPage(request, address.value, typed, kept.refusal) : { kind: 'refused', refusal: kept.refusal }
    if (request.form.has('script')) return writtenNote(request, address.value, kept.value.id)
    const version = address.value.version === undefined ? '' : `?version=${address.value.version}`
    return { kind: 'moved', to: `${packAddress(address.value)}/read${version}#note-${kept.value.id}` }
  },
}

interface Typed {
  readonly paper: string
  readonly block: string
  readonly quote: string
  readonly words: string
}

async function formPage(request: StaffRequest, address: MeetingAddress, typed: Typed, refusal?: Refusal): Promise<StaffAnswer> {
  const found = await readPack(request.context, address, (reader) => notedPlace(reader, request.context, address, typed.paper, blockOf(typed.block)))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { item, itemTitle, paperTitle, blocks, block } = found.value
  const own = packAddress(address)
  const noted = blocks[block]
  const text = noted === undefined ? undefined : blocksToHtml([noted], { headingLevel: 3, fileAddress: ({ checksum }) => `${own}/pictures/${checksum}`, idPrefix: 'noted-' })
  return {
    kind: 'page',
    title: 'Write a note',
    crumbs: [
      { text: 'My packs', href: '/staff/packs' },
      { text: 'The whole pack', href: `${own}/read` },
    ],
    ...(refusal === undefined ? {} : { status: 400, hasFaults: true }),
    body: html`${refusal && faultSummary(refusal)}
<p class="govuk-body-l">On item ${item}, ${itemTitle}: ${paperTitle}</p>
<h2 class="govuk-heading-m">The text</h2><div class="gt-document gt-noted">${text}</div>
<h2 class="govuk-heading-m">Your note on it</h2>
${newNoteForm(request, { action: `${own}/notes/new`, version: address.version, ...typed, refusal })}
<p class="govuk-body">${link(`${own}/read#${typed.paper}`, 'Back to the paper')}</p>`,
  }
}

/** The note as the script puts it below its paragraph. */
async function writtenNote(request: StaffRequest, address: MeetingAddress, id: string): Promise<StaffAnswer> {
  const own = packAddress(address)
  const read = await readPack(request.context, address, async (reader) => ok(await noteById(reader, request.session.actor.person, id)))
  const note = read.ok ? read.value : undefined
  const written = note && noteInText({ note, place: { state: 'kept', block: note.block } }, `${own}/notes/${id}`)
  return { kind: 'data', body: { id, paper: note?.paper, block: note?.block, html: written?.toString() ?? '' } }
}

function blockOf(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : -1
}
