import { ok, refuse, type Refusal } from '#core/outcome.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { textarea } from '#platform/pages/components/textarea.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { meetingAddress, packAddress, readPack, type MeetingAddress } from '../rights/open-reading.ts'
import { instantOf } from '../../speaking/moment.ts'
import { removeNote, rewriteNote } from './keep-note.ts'
import { noteById } from './note-store.ts'

/** `/staff/packs/{body}/{date}/notes/{note}`: change one's note, or delete it. */
export const notePage: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/notes/:note',
  show: async (request) => {
    const address = meetingAddress(request)
    return address.ok ? formPage(request, address.value) : { kind: 'refused', refusal: address.refusal }
  },
  submit: async (request) => {
    const address = meetingAddress(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const { note = '' } = request.params
    const isDeleting = request.form.text('deed') === 'delete'
    const words = request.form.text('words')
    const saved = isDeleting ? await removeNote(request.context, note) : await rewriteNote(request.context, note, request.form.whole('revision'), words, instantOf(request.today, request.now))
    const mayMend = !saved.ok && !isDeleting && (saved.refusal.kind === 'invalid' || saved.refusal.kind === 'conflict')
    if (!saved.ok) return mayMend ? formPage(request, address.value, { words, refusal: saved.refusal }) : { kind: 'refused', refusal: saved.refusal }
    return { kind: 'moved', to: `${packAddress(address.value)}/notes?done=${isDeleting ? 'deleted' : 'saved'}` }
  },
}

async function formPage(request: StaffRequest, address: MeetingAddress, failed?: { readonly words: string; readonly refusal: Refusal }): Promise<StaffAnswer> {
  const { note: id = '' } = request.params
  const found = await readPack(request.context, address, async (reader) => {
    const note = await noteById(reader, request.session.actor.person, id)
    return note === undefined ? refuse('not-found', 'You have no such note. It may have been deleted in another window.') : ok(note)
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const note = found.value
  const own = packAddress(address)
  const isConflict = failed?.refusal.kind === 'conflict'
  return {
    kind: 'page',
    title: note.words === '' ? 'Your highlight' : 'Your note',
    crumbs: [
      { text: 'My packs', href: '/staff/packs' },
      { text: 'My notes', href: `${own}/notes` },
    ],
    ...(failed === undefined ? {} : { status: isConflict ? (409 as const) : (400 as const), hasFaults: true }),
    body: html`${failed && faultSummary(failed.refusal)}
<p class="govuk-body-l">On item ${note.item}, ${note.paperTitle}</p>
${insetText({ text: html`<q>${userText(note.quote === '' ? note.paragraph : note.quote)}</q>` })}
${isConflict && html`<h2 class="govuk-heading-m">What was saved in the other window</h2><p class="govuk-body gt-own-note__words">${userText(note.words)}</p>`}
<form method="post" action="${own}/notes/${note.id}" novalidate>${csrfInput(request.session.formToken)}<input type="hidden" name="revision" value="${note.revision}">
${textarea({ name: 'words', label: { text: 'Your note' }, hint: { text: 'Only you can read it.' }, rows: 6, value: failed?.words ?? note.words, error: faultFor(failed?.refusal, 'words') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>
<h2 class="govuk-heading-m">Delete it</h2>
<p class="govuk-body">It is gone for good then.</p>
<div class="govuk-button-group">${actionButton({ action: `${own}/notes/${note.id}`, token: request.session.formToken, text: note.words === '' ? 'Delete this highlight' : 'Delete this note', kind: 'warning', fields: { deed: 'delete' } })}</div>
<p class="govuk-body">${link(`${own}/read#note-${note.id}`, 'Where it stands in the pack')}</p>`,
  }
}
