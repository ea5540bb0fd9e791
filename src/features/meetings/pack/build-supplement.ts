import { readFileSync } from 'node:fs'
import type { Outcome } from '#core/outcome.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { setDocument } from './set-document.ts'
import type { Pack, PackProgress } from './set-papers.ts'
import type { SupplementContent } from './supplement-content.ts'

const source = readFileSync(new URL('supplement.typ', import.meta.url), 'utf8')

/**
 * A supplement as a PDF/UA-1 file of its own: a cover with what it holds and why it is late, then the papers, whose pages go on from the pack's.
 * Its cover has the numbers i, ii …; refused as `buildPack` refuses.
 */
export function buildSupplement(
  content: SupplementContent,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
  progress?: PackProgress,
): Promise<Outcome<Pack>> {
  const { number, firstPage, firstExemptPage = 1, issued, note } = content.supplement
  const { issued: _packIssued, ...meeting } = content.meeting
  const called = `supplement ${number} to the agenda`
  const kind = { source, what: `Supplement ${number} to the agenda`, called, first: { open: firstPage, exempt: firstExemptPage }, more: { note: note ?? null } }
  return setDocument({ ...content, meeting: issued === undefined ? meeting : { ...meeting, issued } }, kind, pictures, typesetter, progress)
}
