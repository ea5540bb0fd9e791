import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { reportPartSchemas } from '../../record/report-parts.ts'
import { savePart } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { withoutNulls } from '../saving/save-section.ts'
import { partsWith, type FoundPart } from './parts-in-import.ts'

interface Saving {
  readonly paper: PaperId
  readonly by: string
  readonly at: Date
}

/** Puts sections of an import into their parts, after what stands there at this moment, so that nobody's words are lost. Refused where a part grows too long. */
export async function saveMovedParts(tx: Transaction, moved: readonly FoundPart[], { paper, by, at }: Saving): Promise<Outcome<void>> {
  const standing = await paperInWork(tx.reader, paper)
  if (standing === undefined || moved.length === 0) return ok(undefined)
  const parts = partsWith(standing.parts, moved)
  for (const part of ['recommendations', 'implications', 'closing'] as const) {
    const content = parts[part]
    if (content === undefined) continue
    const read = reportPartSchemas[part].safeParse(withoutNulls(content))
    if (!read.success) return refuse('invalid', '', [{ field: 'move', message: `${read.error.issues[0]?.message ?? 'A section is too long for its part'}: leave it in the text` }])
    const saved = await savePart(tx, { paper, part, content: read.data, basedOn: standing.saved[part]?.revision ?? 0, by, at })
    if (!saved.ok) return saved
  }
  return ok(undefined)
}
