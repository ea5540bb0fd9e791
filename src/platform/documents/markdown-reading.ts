import type { Node, Nodes } from 'mdast'
import type { Fault } from '#core/outcome.ts'
import type { FileReference } from './blocks.ts'
import { MarkdownFootnotes } from './markdown-footnotes.ts'
import type { QuotedMarks } from './quoted.ts'

/** How a Markdown text is to be read. */
export interface MarkdownOptions {
  /** The name that faults give. */
  readonly file: string
  /** The line of the file on which the text begins, where something stands above it; 1 if left out. */
  readonly firstLine?: number
  /** Whether paragraphs at the outer level are numbered 1, 2, 3 …: yes in a report, no in an appendix. */
  readonly numbered: boolean
  /** The images that the text may show, by the name it calls them. */
  readonly figures?: ReadonlyMap<string, FileReference>
  /** What the marks `[[…]]` of the text stand for. */
  readonly quoted?: QuotedMarks | undefined
}

const longestFound = 60

/** What Markdown can say and a report cannot, and what to write instead. */
const refused: Partial<Record<Nodes['type'], string>> = {
  html: 'HTML has no place in a report. Write it as Markdown, or put a backslash before "<" to show it as it stands.',
  code: 'A report has no code blocks. Take out the fence, or the four spaces at the beginning of the line.',
  footnoteDefinition: 'Write the footnote at the outer level of the text, not inside a list or a quote.',
  thematicBreak: 'A rule across the page has no meaning here. Use a heading.',
}

/** One reading of one text: what was asked for, the running number, and the faults so far. */
export class MarkdownReading {
  /** By the text's own lines. */
  readonly faults: Fault[] = []
  readonly options: MarkdownOptions
  readonly footnotes = new MarkdownFootnotes()
  /** The text itself, as positions count in it. */
  readonly text: string
  #number = 0

  constructor(text: string, options: MarkdownOptions) {
    this.text = text
    this.options = options
  }

  /** The next paragraph's number, or undefined where paragraphs are not numbered. */
  nextNumber(): number | undefined {
    if (!this.options.numbered) return undefined
    this.#number += 1
    return this.#number
  }

  /** Notes a fault on the node's line and gives back nothing in its place. */
  fault(node: Node | undefined, message: string, found?: string): [] {
    this.faults.push({ row: node?.position?.start.line ?? 1, message, ...(found === undefined ? {} : { found: cut(found) }) })
    return []
  }

  /** Notes that this kind of thing has no place in a report. */
  refuse(node: Nodes): [] {
    const message = refused[node.type] ?? 'Write the address beside the words: [words](https://example.org).'
    return this.fault(node, message, 'value' in node ? node.value : undefined)
  }
}

function cut(text: string): string {
  return text.length > longestFound ? `${text.slice(0, longestFound).toWellFormed()}…` : text
}
