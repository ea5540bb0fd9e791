import { pictureLine } from '../pictures/change-picture.ts'

/** What becomes of a picture of a Word file: shown under a name with these words, or left out. */
export type PictureChoice = { readonly name: string; readonly alternative: string } | 'left-out'

/** The pictures stand each on a line of its own. */
const pictureOnItsLine = /^!\[(?:[^\]\\]|\\.)*\]\(([^)\s]+)((?:\s+"(?:[^"\\]|\\.)*")?)\)[ \t]*$/gm

/** The text of a Word file with each picture as its author chose; the captions stay. */
export function textWithPictures(markdown: string, choices: ReadonlyMap<string, PictureChoice>): string {
  const written = markdown.replaceAll(pictureOnItsLine, (line, name: string, caption: string) => {
    const choice = choices.get(name)
    if (choice === undefined) return line
    return choice === 'left-out' ? '' : pictureLine(choice.name, choice.alternative).replace(/\)$/, `${caption})`)
  })
  return written.replaceAll(/\n{3,}/g, '\n\n').trim()
}

/** Two texts as one: footnotes of the second get marks that the first does not use. */
export function joinedTexts(first: string, second: string): string {
  if (first.trim() === '') return `${second.trim()}\n`
  const taken = new Set(marksIn(first))
  const renamed = new Map(marksIn(second).map((mark) => [mark, freeMark(mark, taken)]))
  const added = second.replaceAll(/\[\^([^\]\s]+)\]/g, (whole, mark: string) => (renamed.has(mark) ? `[^${renamed.get(mark)}]` : whole))
  return `${first.trimEnd()}\n\n${added.trim()}\n`
}

function marksIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((found) => found[1] ?? ''))]
}

function freeMark(mark: string, taken: Set<string>): string {
  let free = mark
  for (let number = 2; taken.has(free); number += 1) free = `${mark}-${number}`
  taken.add(free)
  return free
}
