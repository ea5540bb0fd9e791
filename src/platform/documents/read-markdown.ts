import type {
  BlockContent,
  DefinitionContent,
  Heading as MarkdownHeading,
  List as MarkdownList,
  Paragraph as MarkdownParagraph,
  RootContent,
} from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { plainText, type Block } from './blocks.ts'
import { cleanText } from './clean-text.ts'
import { keptReading, type Reading } from './kept-readings.ts'
import { readFigure } from './markdown-figures.ts'
import { readHeadingInlines, readInlines } from './markdown-inlines.ts'
import { beyondLimits } from './markdown-limits.ts'
import { readQuotedPart } from './markdown-quoted.ts'
import { MarkdownReading, type MarkdownOptions } from './markdown-reading.ts'
import { isCaption, readTable } from './markdown-tables.ts'

/**
 * Reads CommonMark with tables and footnotes into blocks, whole or not at all; the refusal lists every fault with its line.
 *
 * Refused: HTML, code blocks, rules, headings that do not begin at `##` or that skip a level, tables without a caption line
 * (`Table: …` above them), images without an alternative text or that are not among the given figures, links to anything but
 * http(s), mailto or a page of this site, footnotes that are not referred to exactly once, and texts nested or marked up beyond what a person would write.
 */
export function readMarkdown(text: string, options: MarkdownOptions): Outcome<readonly Block[]> {
  const clean = cleanText(text)
  const { blocks, faults } = keptReading(clean, options, () => readText(clean, options))
  if (faults.length === 0) return ok(blocks)
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`
  const placed = faults.map((fault) => placedFault(fault, options))
  return refuse('invalid', `${options.file} has ${count}; nothing was loaded. Correct the text and load it again.`, placed)
}

function readText(clean: string, options: MarkdownOptions): Reading {
  const beyond = beyondLimits(clean)
  if (beyond.length > 0) return { blocks: [], faults: beyond }
  const reading = new MarkdownReading(clean, options)
  const blocks = readDocument(reading)
  return { blocks, faults: reading.faults }
}

/** A fault by the text's own lines, as a fault by the file's. */
function placedFault(fault: Fault, { file, firstLine = 1 }: MarkdownOptions): Fault {
  return { file, ...fault, ...(fault.row === undefined ? {} : { row: fault.row + firstLine - 1 }) }
}

function readDocument(reading: MarkdownReading): Block[] {
  const tree = fromMarkdown(reading.text, {
    extensions: [gfmTable(), gfmFootnote()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  })
  checkHeadings(tree.children, reading)
  const text = takeFootnotes(tree.children, reading)
  const blocks = readBlocks(text, reading, true)
  for (const note of reading.footnotes.unused()) reading.fault(note, 'Nothing refers to this footnote. Put its mark into the text, or take it out.', `[^${note.identifier}]`)
  return blocks
}

/** Keeps the footnotes written at the outer level for the places that refer to them, and gives back the rest. */
function takeFootnotes(nodes: readonly RootContent[], reading: MarkdownReading): RootContent[] {
  return nodes.filter((node) => {
    if (node.type !== 'footnoteDefinition') return true
    if (!reading.footnotes.add(node)) reading.fault(node, 'This footnote is written twice. Give one of them another mark.', `[^${node.identifier}]`)
    return false
  })
}

function checkHeadings(nodes: readonly RootContent[], reading: MarkdownReading): void {
  let before = 1
  for (const node of nodes) {
    if (node.type !== 'heading') continue
    if (node.depth === 1) reading.fault(node, 'Begin headings at "##": the title of the report stands above them.')
    else if (node.depth > before + 1) reading.fault(node, `This heading skips a level. Use "${'#'.repeat(before + 1)}" or fewer.`)
    before = Math.max(node.depth, 2)
  }
}

function readBlocks(nodes: readonly RootContent[], reading: MarkdownReading, isOuter: boolean): Block[] {
  const blocks: Block[] = []
  let caption: MarkdownParagraph | undefined
  for (const [index, node] of nodes.entries()) {
    if (isCaption(node)) {
      if (nodes[index + 1]?.type === 'table') caption = node
      else reading.fault(node, 'This is the caption of a table, and no table follows it.')
      continue
    }
    blocks.push(...(node.type === 'table' ? readTable(node, caption, reading) : readBlock(node, reading, isOuter)))
    caption = undefined
  }
  return blocks
}

function readBlock(node: RootContent, reading: MarkdownReading, isOuter: boolean): Block[] {
  if (node.type === 'paragraph') return readFigure(node, reading) ?? readParagraph(node, reading, isOuter)
  if (node.type === 'list') return readList(node, reading)
  if (node.type === 'blockquote') return readQuote(node.children, reading)
  if (node.type !== 'heading') return reading.refuse(node)
  return isOuter ? readHeading(node, reading) : reading.fault(node, 'A heading has no place inside a list or a quote.')
}

function readHeading(node: MarkdownHeading, reading: MarkdownReading): Block[] {
  const content = readHeadingInlines(node.children, reading)
  return content.length === 0 ? reading.fault(node, 'Give the heading words.') : [{ kind: 'heading', level: node.depth, content }]
}

function readParagraph(node: MarkdownParagraph, reading: MarkdownReading, isOuter: boolean): Block[] {
  const part = isOuter ? readQuotedPart(node, reading) : undefined
  if (part !== undefined) return part
  const number = isOuter ? reading.nextNumber() : undefined
  const content = readInlines(node.children, reading)
  return [{ kind: 'paragraph', ...(number === undefined ? {} : { number }), content }]
}

function readList(node: MarkdownList, reading: MarkdownReading): Block[] {
  const items = node.children.map((item) => readBlocks(item.children, reading, false))
  return [{ kind: 'list', marker: node.ordered === true ? 'number' : 'bullet', start: node.start ?? 1, items }]
}

/** A quote that begins with "Note:" is a note, and keeps the word. */
function readQuote(nodes: readonly (BlockContent | DefinitionContent)[], reading: MarkdownReading): Block[] {
  const blocks = readBlocks(nodes, reading, false)
  const first = blocks[0]
  const isNote = first?.kind === 'paragraph' && plainText(first.content).startsWith('Note:')
  return [{ kind: isNote ? 'note' : 'quote', blocks }]
}
