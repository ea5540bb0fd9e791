import type { Reader } from '#platform/database/database.ts'
import type { DraftHeading, ReleaseDraft, ReleaseKey } from '../model/release-draft.ts'
import { releaseOut } from '../published-releases.ts'

/** What the newest published version of a release is made of, as somebody chose it. Two queries. */
export async function draftPublished(reader: Reader, key: ReleaseKey): Promise<Pick<ReleaseDraft, 'title' | 'headings' | 'rankings'>> {
  const out = await releaseOut(reader, key)
  if (out === undefined) throw new Error('a release that is amended is published')
  const { title, headings, rankings } = out.release
  const parts = headings.map((heading): DraftHeading => ({ heading, measures: out.entries.flatMap((entry) => (entry.heading === heading ? entry.measure : [])) }))
  return { title, headings: parts, rankings }
}
