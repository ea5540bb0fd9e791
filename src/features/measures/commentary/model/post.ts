import { plainQuotes } from '#core/plain-quotes.ts'

const article = /^(the|an?)\s+/i

/** A post as it stands after "the": whatever article was typed before it is left out. */
export function withoutArticle(post: string): string {
  return post.trim().replace(article, '')
}

/** Why a post cannot stand as it was typed: pages write "the" before it, and the public reads it beside figures in which the number of children may be hidden. */
export function postFault(post: string): string | undefined {
  if (countsChildren(post)) return 'Give the post alone, without a number of children'
  const typed = article.exec(post.trim())?.[1]
  return typed === undefined ? undefined : `Give the post without “${typed}”: ${withoutArticle(post)}`
}

/** What has a number of its own in the name of a post: "Locality 3 Families First". */
const numbered = String.raw`(?:areas?|localit(?:y|ies)|teams?|tiers?|levels?|stages?|years?|phases?|zones?|districts?|hubs?|bands?|grades?|groups?|clusters?|quadrants?|parts?)`
const numberOfChildren = new RegExp(String.raw`(?<!\b${numbered} (?:\d+ (?:and|to|or) )?)\b(?:\d+|one|two|three|four|five) (?:\S+ )?(?:child(?:ren)?|girls?|boys?|young people|pupils?|families)\b(?!['’])`, 'i')

/** Whether what is typed for a post says how many children. */
export function countsChildren(post: string): boolean {
  return numberOfChildren.test(post)
}

/** Whether two posts are the same, however they are written. */
export function isSamePost(one: string, other: string): boolean {
  const plain = (post: string) => plainQuotes(withoutArticle(post)).toLowerCase().replaceAll(/\s+/g, ' ')
  return plain(one) === plain(other)
}
