/** Longer than anybody writes a sentence. */
const longest = 600

/** With so much of one stretch the next begins: what tells of a name is nearer to it. */
const shared = 200

/** A sentence in stretches that overlap, so that the time it takes to look for names grows no faster than a text does. */
export function stretchesOf(sentence: string): readonly string[] {
  const stretches: string[] = []
  let from = 0
  while (sentence.length - from > longest) {
    const to = endOfWord(sentence, from + longest)
    stretches.push(sentence.slice(from, to))
    from = endOfWord(sentence, to - shared)
  }
  return [...stretches, sentence.slice(from)].map((stretch) => stretch.trim())
}

/** The end of the last word before a place; of a word without an end, the place. */
function endOfWord(sentence: string, place: number): number {
  const end = sentence.lastIndexOf(' ', place)
  return end > place - shared / 2 ? end : place
}
