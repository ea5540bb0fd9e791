import type { Outcome } from '#core/outcome.ts'
import { readApart, type ReadingAsked } from './read-apart.ts'
import type { IncomingReport } from './word/report.ts'

/**
 * A Word document (.docx) as the Markdown of a report with its pictures, and everything that could not be carried, in the words of the officer who sent it.
 * The Markdown passes `readMarkdown`, apart from pictures whose alternative text is still asked for.
 *
 * Refused: what is no Word document, macros, a password, damage, definitions of entities, more text than a report holds, and what takes longer or more memory
 * than the limits.
 */
export async function readWord(bytes: Uint8Array, asked?: ReadingAsked): Promise<Outcome<IncomingReport>> {
  return readApart('word', bytes, asked)
}
