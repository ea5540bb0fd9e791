import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { plainText, type Inline } from '#platform/documents/blocks.ts'
import { cutAtMarks, type Quoted } from '#platform/documents/quoted.ts'
import { readQuoted, type QuotedFigures } from './quoted-figures.ts'

/**
 * Gives back what writes out the marks of figures in any of these texts as they are published now, each a link that says which figure it is: for words that must
 * not move once they are written, such as a minute's. That refuses a text with a message for each mark of which nothing is published, and of a whole part. One
 * reading for all texts, none where they hold no mark.
 */
export async function figureWriter(reader: Reader, figures: QuotedFigures | undefined, texts: readonly string[]): Promise<(text: string) => Outcome<string>> {
  const quoted = await readQuoted(reader, figures, texts)
  return (text) => {
    const pieces = cutAtMarks(text, quoted)
    const faults = pieces.flatMap((piece) => (typeof piece === 'string' ? [] : faultOf(piece)))
    if (faults.length > 0) return refuse('invalid', 'A figure in this text is not published.', faults)
    return ok(pieces.map((piece) => (typeof piece === 'string' ? piece : wordsOf(piece.quoted))).join(''))
  }
}

function faultOf({ mark, quoted }: { readonly mark: string; readonly quoted: Quoted }): Fault[] {
  if (quoted.kind === 'words') return []
  return [{ message: quoted.kind === 'unknown' ? quoted.message : `All figures of a period belong into a report, not into this text: take out [[${mark}]].` }]
}

function wordsOf(quoted: Quoted): string {
  return quoted.kind === 'words' ? quoted.content.map(markdownOf).join('') : ''
}

function markdownOf(inline: Inline): string {
  const words = plainText([inline]).replaceAll(/[\\`*_[\]<>]/g, String.raw`\$&`)
  return inline.kind === 'link' ? `[${words}](${inline.address})` : words
}
