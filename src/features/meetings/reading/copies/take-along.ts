import { html, type Html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { sizeInWords } from '../../record/file-words.ts'
import { packAddress, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import { isPrivate } from '../rights/visible-meeting.ts'

/** Whether this reader's copies hold more than the public's, and bear the reader's name. */
export function hasOwnCopies({ right, meeting, papers }: OpenPack): boolean {
  return right.sees === 'everything' && (papers.some((paper) => !paper.isPublic) || (isPrivate(meeting) && meeting.items.length > 0))
}

/** What can be downloaded: the PDF with its supplements, and the whole pack as one file for reading without a line; nothing where there are no papers. */
export function takeAlong(pack: OpenPack, address: MeetingAddress): Html | undefined {
  const own = packAddress(address)
  const version = address.version === undefined ? '' : `?version=${address.version}`
  const isOwn = hasOwnCopies(pack)
  const kind = isOwn ? 'PDF with your name on each page' : `PDF${pack.pack === undefined ? '' : `, ${pack.pack.pages} pages, ${sizeInWords(pack.pack.bytes)}`}`
  const hasPack = isOwn || pack.pack !== undefined
  if (!hasPack && pack.papers.length === 0) return undefined
  return html`<h2 class="govuk-heading-m" id="take-along">To take along</h2>
<ul class="govuk-list">
${hasPack && html`<li>${link(`${own}/pack.pdf${version}`, `The pack (${kind})`)}</li>`}
${pack.meeting.supplements?.map(({ number, note }) => html`<li>${link(`${own}/supplements/${number}${version}`, `Supplement ${number} (PDF)`)}: ${note}</li>`)}
${pack.papers.length > 0 && html`<li>${link(`${own}/offline.html${version}`, 'The papers as one page for reading without the internet')}</li>
<li>${link(`${own}/offline.html${version === '' ? '?' : `${version}&`}notes=yes`, 'The same with my notes in it')}</li>`}
</ul>
${isOwn && html`<p class="govuk-body">What you download holds papers that are not public. It bears your name, and that you took it is recorded.</p>`}`
}
