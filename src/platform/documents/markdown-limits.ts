import type { Fault } from '#core/outcome.ts'
import { cellsOf, howMany, MarkdownEffort } from './markdown-effort.ts'

/**
 * What a document may hold. The Markdown parser holds up everybody while it runs, and its time grows with the square of some things, so that these
 * are checked before it runs. A council's longest papers, of some 60 printed pages, need less than a third of it.
 */
const limits = {
  characters: 300_000,
  /** Quotes and lists within each other. */
  depth: 10,
  indent: 40,
  /** Lines, marks and cells with no empty line between them: one paragraph, list or table. */
  inOne: { lines: 2000, emphasis: 1000, brackets: 400, cells: 5000 },
  columns: 50,
  /** In hundredths of a millisecond: a third of a second where nothing else is to be done. */
  effort: 30_000,
  /** The same mark in a row. */
  run: 40,
  images: 100,
  footnotes: 500,
}

/** Faults that make a text too costly to parse, each with its line; none in any text that a person would write. */
export function beyondLimits(text: string): Fault[] {
  if (text.length > limits.characters) {
    return [{ message: `The text has ${text.length} characters. Keep it to ${limits.characters}, and put the rest into appendices.` }]
  }
  const inLine = beyondInLines(text.split('\n'))
  if (inLine !== undefined) return [inLine]
  const faults: Fault[] = []
  const images = text.split('![').length - 1
  if (images > limits.images) faults.push({ message: `There are ${images} images. Keep it to ${limits.images}, and put the rest into appendices.` })
  const footnotes = text.split('[^').length - 1
  if (footnotes > 2 * limits.footnotes) faults.push({ message: `There are more than ${limits.footnotes} footnotes. Put some into the text or into appendices.` })
  return faults
}

/** The first line at which the text is beyond the limits. */
function beyondInLines(lines: readonly string[]): Fault | undefined {
  const effort = new MarkdownEffort()
  let one = nothing
  for (const [index, line] of lines.entries()) {
    const opening = openingOf(line)
    one = line.trim() === '' ? nothing : withLine(one, line)
    effort.add(line, opening.marks, opening.indents)
    const message = lineFault(line, opening) ?? faultInOne(one) ?? effortFault(effort)
    if (message !== undefined) return { row: index + 1, message }
  }
  return undefined
}

interface Opening {
  readonly length: number
  /** The marks of lists, quotes and footnotes. */
  readonly marks: number
  /** Two spaces are as far as a list's text is indented at the least. */
  readonly indents: number
}

function openingOf(line: string): Opening {
  const opening = /^(?:\s|>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)|\[\^[^\]\s]{1,40}\]:(?=\s|$))*/.exec(line)?.[0] ?? ''
  const marks = howMany(opening, />|[-+*](?=\s|$)|\d{1,9}[.)]|\[\^/g)
  return { length: opening.length, marks, indents: Math.floor((/^\s*/.exec(line)?.[0].length ?? 0) / 2) }
}

function lineFault(line: string, { length, marks }: Opening): string | undefined {
  if (line.trim() !== '' && (marks > limits.depth || length > limits.indent)) {
    return `Lists and quotes stand too deep in each other here. Keep it to ${limits.depth} levels.`
  }
  if (/([*_`])\1{40}/.test(line)) return `The same mark stands more than ${limits.run} times in a row. Take it out.`
  if (cellsOf(line) > limits.columns) return `This table has more than ${limits.columns} columns. Divide it into narrower ones.`
  return undefined
}

const nothing = { lines: 0, emphasis: 0, brackets: 0, cells: 0 }

function withLine(one: typeof nothing, line: string): typeof nothing {
  return {
    lines: one.lines + 1,
    emphasis: one.emphasis + howMany(line, /[*_]/g),
    brackets: one.brackets + howMany(line, /[[\]]/g),
    cells: one.cells + cellsOf(line),
  }
}

function faultInOne({ lines, emphasis, brackets, cells }: typeof nothing): string | undefined {
  const { inOne } = limits
  if (lines > inOne.lines) return `This part has more than ${inOne.lines} lines with no empty line between them. Divide it by an empty line.`
  if (emphasis > inOne.emphasis) return `This part has more than ${inOne.emphasis} asterisks or underscores. Use fewer, or divide it.`
  if (brackets > inOne.brackets) return `This part has more than ${inOne.brackets / 2} links or pairs of brackets. Use fewer, or divide it by an empty line.`
  if (cells > inOne.cells) return `This table has more than ${inOne.cells} cells. Divide it, or put it into an appendix as a spreadsheet.`
  return undefined
}

function effortFault(effort: MarkdownEffort): string | undefined {
  if (effort.total() <= limits.effort) return undefined
  return `The text up to here is as much as one paper can hold: it has ${effort.most()}. Put the rest into appendices.`
}
