import type { Block } from '#platform/documents/blocks.ts'
import type { PublishedMinutes, PublishedResolution } from './published-minutes.ts'

/** The part of a minute that is not published: of an exempt or confidential item. */
export interface WithheldMinute {
  readonly number: number
  readonly item: number
  /** As the members know it. */
  readonly title: string
  readonly blocks: readonly Block[]
  readonly resolutions: PublishedResolution[]
}

/** What members read of minutes besides what is published; it never stands in a table of `published`. */
export interface MembersMinutes {
  readonly withheld: readonly WithheldMinute[]
  /** Of a private meeting, the whole: nothing of it is published. */
  readonly whole?: PublishedMinutes
}

/** Whose items somebody may read: all of them, or those by these numbers. */
export type ItemsRead = 'all' | readonly number[]

/** The same for somebody who may read these items and no others. */
export function ofItems({ withheld, whole }: MembersMinutes, items: ItemsRead): MembersMinutes {
  if (items === 'all') return { withheld, ...(whole === undefined ? {} : { whole }) }
  const mine = <Of extends { readonly item: number }>(those: readonly Of[]) => those.filter(({ item }) => items.includes(item))
  const { sitting: _sitting, ...rest } = whole ?? {}
  return { withheld: mine(withheld), ...(whole === undefined ? {} : { whole: { ...(rest as PublishedMinutes), said: [], minutes: mine(whole.minutes) } }) }
}

/** Whether there is anything in it to read. */
export function isEmpty({ withheld, whole }: MembersMinutes): boolean {
  return withheld.length === 0 && (whole === undefined || whole.minutes.length === 0)
}
