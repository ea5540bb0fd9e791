/** A full stop after these ends no sentence. */
const shortened = /(?:\b(?:e\.g|i\.e|approx|no|vs|cf|etc|dr|st|fig|para|incl)|\b[A-Z])\.$/i

/** The sentences of a text, each trimmed. Points within numbers and after usual abbreviations end none; a new line ends one. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/\n+/).flatMap((paragraph) => {
    const sentences: string[] = []
    let open = ''
    for (const piece of paragraph.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[A-Z\d])/)) {
      open = open === '' ? piece : `${open} ${piece}`
      if (shortened.test(open)) continue
      sentences.push(open)
      open = ''
    }
    return [...sentences, open].map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim()).filter((sentence) => sentence !== '')
  })
}
