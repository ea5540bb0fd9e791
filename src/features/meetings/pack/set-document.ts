import type { Outcome } from '#core/outcome.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { SupplementContent } from './supplement-content.ts'
import type { PackContent } from './pack-content.ts'
import { printedFront } from './printed-front.ts'
import { printedItem, withheldStates, type FirstPages } from './printed-papers.ts'
import { setPapers, type Pack, type PackProgress } from './set-papers.ts'
import { confidentialOnCover } from './withheld-words.ts'

/** What one kind of document is, besides what it says of the meeting. */
interface DocumentKind {
  readonly source: string
  /** As the cover names it: "Agenda and papers". */
  readonly what: string
  /** As the title of the file names it: "agenda pack". */
  readonly called: string
  readonly first: FirstPages
  /** What only this kind says on its front. */
  readonly more: object
}

/** Sets a pack or a supplement, for the public or as a reader's copy. `pictures` holds the bytes of the figures by checksum; refused as `setPapers` refuses. */
export function setDocument(
  content: PackContent | SupplementContent,
  { source, what, called, first, more }: DocumentKind,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
  progress: PackProgress | undefined,
): Promise<Outcome<Pack>> {
  const items = content.items.map((item) => printedItem(item, content.audience))
  const reader = content.audience === 'members' ? content.reader : undefined
  const front = printedFront(content, { what, called, description: `${what} of the meeting of`, reader, confidential: confidentialOnCover(withheldStates(items)) })
  return setPapers({ source, front: { ...front, ...more }, items, first }, { pictures, typesetter, progress })
}
