import { countOf } from '#core/count-in-words.ts'
import { formatDate } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { isSamePost, withoutArticle } from '../commentary/model/post.ts'
import type { Release, ReleaseEntry } from './release.ts'

/** Under whose post a release stands, and of how much in it the same post gave its own word; empty where nobody is said to have approved it. */
export function approvedInWords({ approvedBy, approvedOn }: Pick<Release, 'approvedBy' | 'approvedOn'>, entries: readonly Pick<ReleaseEntry, 'commentary'>[]): string {
  if (approvedBy === '') return ''
  const on = parseDate(approvedOn)
  const signed = entries.flatMap(({ commentary }) => commentary ?? [])
  const own = signed.filter(({ signedBy }) => isSamePost(signedBy, approvedBy)).length
  const besides = own === 0 ? '' : ` The same post signed ${allOr(own, signed.length)} in it.`
  return `Approved by the ${withoutArticle(approvedBy)}${on === undefined ? '' : `, ${formatDate(on)}`}.${besides}`
}

function allOr(own: number, all: number): string {
  if (own < all) return `${own} of the ${countOf(all, 'commentaries')}`
  return own === 1 ? 'the commentary' : own === 2 ? 'both commentaries' : `all ${own} commentaries`
}
