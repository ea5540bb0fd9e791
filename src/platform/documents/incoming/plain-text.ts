import { cleanText } from '../clean-text.ts'
import { textParagraph, writtenMarkdown } from './written-markdown.ts'

/** What was read of a plain text. */
export interface IncomingText {
  readonly markdown: string
  /** The text goes on, and was left behind from here. */
  readonly isCut: boolean
}

/** Longer than any paper: the writing of Markdown holds up everybody while it runs. */
const mostCharacters = 200_000
const mostLines = 4000

/** More lines without an empty one between them are divided, as a paragraph may not hold many more. */
const mostInParagraph = 500

/**
 * Plain text as Markdown that shows it as it stands: an empty line parts paragraphs, each other line stays a line of its own, and signs that Markdown
 * would give a meaning (`*`, `#`, `|`, `1.`) are shown. Indents go. Of a text of more than 200,000 characters or 4,000 lines the rest is left behind.
 */
export function readPlainText(text: string): IncomingText {
  const clean = cleanText(text.replace(/^\uFEFF/, ''))
  const kept = clean.slice(0, mostCharacters).split('\n').slice(0, mostLines).join('\n')
  const paragraphs = kept.split(/\n[^\S\n]*\n/).flatMap((block) => linesOf(block))
  return { markdown: paragraphs.map((lines) => `${written(lines)}\n`).join('\n'), isCut: kept.length < clean.length }
}

/** The lines of a paragraph, in as many stretches as it must be divided into. */
function linesOf(block: string): string[][] {
  const lines = block.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim()).filter((line) => line !== '')
  return Array.from({ length: Math.ceil(lines.length / mostInParagraph) }, (_, index) => lines.slice(index * mostInParagraph, (index + 1) * mostInParagraph))
}

/** Each line is written by itself, as the time for one paragraph grows with the square of its lines. */
function written(lines: readonly string[]): string {
  return lines.map((line, index) => writtenMarkdown([index === 0 ? textParagraph(line) : { type: 'paragraph', children: [{ type: 'text', value: line }] }]).trimEnd()).join('\\\n')
}
