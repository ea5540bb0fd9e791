import { comparedWords, isTooGeneral } from './significant-words.ts'

/** An item as it is looked through: every text of it that the reader may see. */
export interface LookedThrough {
  readonly number: number
  readonly title: string
  readonly note?: string | undefined
  readonly presenter?: string | undefined
  /** Slugs of matters. */
  readonly subjects?: readonly string[] | undefined
  readonly papers?: readonly { readonly title: string }[] | undefined
}

/** A name of an interest that an item mentions. */
export interface Mention {
  /** As the member gave it. */
  readonly name: string
  /** As the item has it. */
  readonly found: string
  /** Where: “its title”. */
  readonly where: string
}

/**
 * Which of these names an item mentions, and where first. A name is mentioned where all its words stand together in their order; capitals, accents,
 * plurals, “and”, “the” and forms of company count for nothing. A name made only of words that stand in every agenda is never found.
 */
export function mentionsIn(item: LookedThrough, names: readonly string[]): Mention[] {
  const texts = textsOf(item).map(({ where, text }) => ({ where, text, words: comparedWords(text) }))
  return names.flatMap((name) => {
    if (isTooGeneral(name)) return []
    const looked = comparedWords(name).map(({ compared }) => compared)
    for (const { where, text, words } of texts) {
      const at = placeOf(looked, words.map(({ compared }) => compared))
      const [first, last] = [words[at], words[at + looked.length - 1]]
      if (at >= 0 && first !== undefined && last !== undefined) return [{ name, found: text.slice(first.from, last.to), where }]
    }
    return []
  })
}

function textsOf(item: LookedThrough): { where: string; text: string }[] {
  const given = [
    { where: 'its title', text: item.title },
    { where: 'its note', text: item.note },
    { where: 'the name of who presents it', text: item.presenter },
    ...(item.papers ?? []).map(({ title }) => ({ where: 'the title of a paper', text: title })),
    ...(item.subjects ?? []).map((slug) => ({ where: 'the matter it is about', text: slug.replaceAll('-', ' ') })),
  ]
  return given.flatMap(({ where, text }) => (text === undefined ? [] : [{ where, text }]))
}

/** Where the words of a name stand together in a text; -1 where they do not. */
function placeOf(looked: readonly string[], words: readonly string[]): number {
  for (let at = 0; at + looked.length <= words.length; at += 1) {
    if (looked.every((word, place) => words[at + place] === word)) return at
  }
  return -1
}
