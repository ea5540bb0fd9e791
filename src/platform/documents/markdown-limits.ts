import type { Fault } from '#core/outcome.ts'

/** What a document may hold. The Markdown parser's time grows with the square of nesting, so that these are checked before it runs. */
const limits = {
  characters: 300_000,
  /** Quotes and lists within each other. */
  depth: 10,
  indent: 40,
  /** Asterisks and underscores in one paragraph or table, and in all. */
  emphasisInOne: 1000,
  emphasisInAll: 10_000,
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
  const faults: Fault[] = []
  let inOne = 0
  let inAll = 0
  for (const [index, line] of text.split('\n').entries()) {
    const marks = line.match(/[*_]/g)?.length ?? 0
    inOne = line.trim() === '' ? 0 : inOne + marks
    inAll += marks
    const message = lineFault(line) ?? emphasisFault(inOne, inAll)
    if (message !== undefined) return [{ row: index + 1, message }]
  }
  const images = text.split('![').length - 1
  if (images > limits.images) faults.push({ message: `There are ${images} images. Keep it to ${limits.images}, and put the rest into appendices.` })
  const footnotes = text.split('[^').length - 1
  if (footnotes > 2 * limits.footnotes) faults.push({ message: `There are more than ${limits.footnotes} footnotes. Put some into the text or into appendices.` })
  return faults
}

function lineFault(line: string): string | undefined {
  const opening = /^(?:\s|>|[-+*](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]{1,40}\]:(?=\s))*/.exec(line)?.[0] ?? ''
  const depth = opening.match(/>|[-+*](?=\s)|\d+[.)]|\[\^/g)?.length ?? 0
  const isTooDeep = depth > limits.depth || opening.length > limits.indent
  if (isTooDeep) return `Lists and quotes stand too deep in each other here. Keep it to ${limits.depth} levels.`
  if (/([*_`])\1{40}/.test(line)) return `The same mark stands more than ${limits.run} times in a row. Take it out.`
  return undefined
}

function emphasisFault(inOne: number, inAll: number): string | undefined {
  if (inOne > limits.emphasisInOne) return `This part has more than ${limits.emphasisInOne} asterisks or underscores. Use fewer, or divide it.`
  if (inAll > limits.emphasisInAll) return `The text has more than ${limits.emphasisInAll} asterisks or underscores. Use fewer.`
  return undefined
}
