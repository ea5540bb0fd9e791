/** A line of a page as it is printed, measured from the foot of the page. */
export interface PdfLine {
  readonly text: string
  readonly bottom: number
  readonly height: number
}

/** Lines of one paragraph stand at most so many times their height below each other. */
const paragraphGap = 1.6

/** Letters of one paragraph differ in height by less. */
const otherHeight = 1.15

/** Puts the lines of a page together to paragraphs: by the space between them, and by the height of their letters. */
export function paragraphsOf(lines: readonly PdfLine[]): string[] {
  const paragraphs: string[] = []
  let before: PdfLine | undefined
  for (const line of lines.filter((one) => one.text.trim() !== '')) {
    const words = line.text.replaceAll(/\s+/g, ' ').trim()
    if (before !== undefined && isOneParagraph(before, line)) paragraphs[paragraphs.length - 1] += ` ${words}`
    else paragraphs.push(words)
    before = line
  }
  return paragraphs
}

function isOneParagraph(before: PdfLine, line: PdfLine): boolean {
  const height = Math.max(before.height, line.height, 1)
  const down = before.bottom - line.bottom
  return down > -height * 0.5 && down <= height * paragraphGap && height <= Math.max(Math.min(before.height, line.height), 1) * otherHeight
}
