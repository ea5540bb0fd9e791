import { readFileSync } from 'node:fs'
import { act } from '#access/act.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { placeInWords, whenInWords } from '../../record/meeting-words.ts'
import type { Note } from '../notes/note.ts'
import { notesOn } from '../notes/note-store.ts'
import { meetingAddress, openPack, packAddress, readPack, readingOf, type OpenPack } from '../rights/open-reading.ts'
import { agendaLinks, heldPapers, packItems } from '../whole/pack-items.ts'
import { personalCopyWords } from '../whole/personal-copy.ts'
import { figuresOf, picturesOf } from './paper-pictures.ts'
import { hasOwnCopies } from './take-along.ts'

const style = readFileSync(new URL('offline.css', import.meta.url), 'utf8')

/** Saved on a disk there is no site to protect it: it may load nothing and run nothing. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** `/staff/packs/{body}/{date}/offline.html`: the papers as one file that needs no internet, with one's notes where `notes=yes`. */
export const offlineDownload: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/offline.html',
  show: async (request, app) => {
    const address = meetingAddress(request)
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const hasNotes = request.query.get('notes') === 'yes'
    const read = await readPack(request.context, address.value, async (reader) => {
      const pack = await openPack(reader, request.context, address.value)
      if (!pack.ok) return pack
      return ok({ pack: pack.value, notes: hasNotes ? await notesOn(reader, request.session.actor.person, address.value) : [] })
    })
    if (!read.ok) return { kind: 'refused', refusal: read.refusal }
    const { pack, notes } = read.value
    const deed = { ...readingOf(address.value, hasOwnCopies(pack) ? 'packs.read-withheld' : 'packs.read'), detail: { version: pack.version, done: 'downloaded', file: 'offline' } }
    const taken = await act(request.context, deed, () => Promise.resolve(ok(undefined)))
    if (!taken.ok) return { kind: 'refused', refusal: taken.refusal }
    const pictures = dataAddresses(pack, await picturesOf(pack.papers, app.files))
    const body = offlineFile({ pack, notes, pictures, site: `${request.origin}${packAddress(address.value)}`, today: request.today }).toString()
    return { kind: 'file', contentType: 'text/html; charset=utf-8', body, filename: `${address.value.body}-${address.value.date}.html` }
  },
}

function dataAddresses({ papers }: OpenPack, pictures: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  return new Map(
    figuresOf(papers).flatMap(({ checksum, mediaType }) => {
      const bytes = pictures.get(checksum)
      return bytes === undefined ? [] : [[checksum, `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`] as const]
    }),
  )
}

interface OfflineFile {
  readonly pack: OpenPack
  readonly notes: readonly Note[]
  /** Data addresses by checksum. */
  readonly pictures: ReadonlyMap<string, string>
  /** The address of this meeting on the site. */
  readonly site: string
  readonly today: LocalDate
}

/** The whole document, styles and pictures in it; the line that says whose copy it is stands at its beginning and at its end. */
function offlineFile({ pack, notes, pictures, site, today }: OfflineFile): Html {
  const { meeting } = pack
  const title = `${meeting.bodyName}, ${whenInWords(meeting)}`
  const words = personalCopyWords(pack)
  const copy = words !== undefined && html`<p class="copy"><strong>${words}</strong> Taken on ${formatDate(today)}.</p>`
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}"><style>${html.raw(style)}</style></head>
<body><a class="skip" href="#papers">Skip to the papers</a>
<header>${copy}<h1>${title}</h1><p>${placeInWords(meeting)}. Version ${pack.version} of the papers, as they stood on ${formatDate(today)}.</p></header>
<nav aria-labelledby="contents"><h2 id="contents">Contents</h2>${agendaLinks(pack, heldPapers(pack.papers))}</nav>
<main id="papers">
${packItems(pack, {
  headingLevel: 3,
  pictureAddress: ({ checksum }) => pictures.get(checksum) ?? `${site}/pictures/${checksum}`,
  fileAddress: (file) => `${site}/files/${file.checksum}/${encodeURIComponent(file.name)}`,
  notes,
})}
</main>
<footer>${copy}<p>From ${site}</p></footer></body></html>
`
}
