import { readFileSync } from 'node:fs'
import type { Outcome } from '#core/outcome.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { PackContent } from './pack-content.ts'
import { setDocument } from './set-document.ts'
import type { Pack, PackProgress } from './set-papers.ts'

const source = readFileSync(new URL('pack.typ', import.meta.url), 'utf8')

/**
 * The pack of a meeting as one PDF/UA-1 file: cover, members, agenda with the pages of the papers, then the papers of each item; for members the
 * exempt part after them, and the reader's name on each page. The same content gives the same bytes.
 *
 * `pictures` holds the bytes of the figures by checksum. Refused as the typesetter refuses, and where a picture is missing.
 */
export function buildPack(
  content: PackContent,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
  progress?: PackProgress,
): Promise<Outcome<Pack>> {
  const { webcast } = content.meeting
  const more = {
    members: content.members,
    alsoInvited: content.alsoInvited,
    publicParticipation: content.publicParticipation ?? null,
    webcast: webcast === false ? null : webcastNotice,
    webcastAddress: typeof webcast === 'string' ? webcast : null,
  }
  const kind = { source, what: 'Agenda and papers', called: 'agenda pack', first: { open: 1, exempt: 1 }, more }
  return setDocument(content, kind, pictures, typesetter, progress)
}

const webcastNotice =
  "This meeting is filmed, and can be watched live and afterwards on the council's website. Whoever comes may be seen and heard in the film."
