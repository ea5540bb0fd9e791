import type { Outcome } from '#core/outcome.ts'
import type { IncomingPdf } from './pdf/pdf.ts'
import { readApart, type ReadingAsked } from './read-apart.ts'

/**
 * What stands in a PDF: its text page by page as plain paragraphs, and whether it is tagged and has text at all, which a scanned one has not.
 *
 * Refused: a password, damage, programs (JavaScript), actions that start something, other files inside, more than 2,000 pages, and what takes longer or more memory than the limits.
 */
export async function readPdf(bytes: Uint8Array, asked?: ReadingAsked): Promise<Outcome<IncomingPdf>> {
  return readApart('pdf', bytes, asked)
}
