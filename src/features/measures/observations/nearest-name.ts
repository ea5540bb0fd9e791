import { editDistance } from '#core/edit-distance.ts'

/** "Did you mean plans-on-time?": the name most like what was typed, where one is; empty where none is, and with a blank before it. */
export function didYouMean(typed: string, names: Iterable<string>): string {
  const word = typed.toLowerCase()
  let [nearest, least] = ['', Infinity]
  for (const name of names) {
    const distance = name.toLowerCase().startsWith(word) && word.length > 3 ? 1 : editDistance(word, name.toLowerCase())
    if (distance < least) [nearest, least] = [name, distance]
  }
  return least <= Math.max(2, word.length / 3) ? ` Did you mean ${nearest}?` : ''
}
