import { plainQuotes } from '#core/plain-quotes.ts'

const article = /^(the|an?)\s+/i

/** A post as it stands after "the": whatever article was typed before it is left out. */
export function withoutArticle(post: string): string {
  return post.trim().replace(article, '')
}

/** Why a post cannot stand as it was typed: pages write "the" before it. */
export function articleFault(post: string): string | undefined {
  const typed = article.exec(post.trim())?.[1]
  return typed === undefined ? undefined : `Give the post without “${typed}”: ${withoutArticle(post)}`
}

/** Whether two posts are the same, however they are written. */
export function isSamePost(one: string, other: string): boolean {
  const plain = (post: string) => plainQuotes(withoutArticle(post)).toLowerCase().replaceAll(/\s+/g, ' ')
  return plain(one) === plain(other)
}
