import type { Kysely } from 'kysely'
import type { Reader } from '../database.ts'

/** A reader that counts the queries which run through it. */
export function countingReader(reader: Reader): { readonly read: Reader; readonly counted: () => number } {
  let queries = 0
  const counting = (reader.tables() as unknown as Kysely<unknown>).withPlugin({
    transformQuery: ({ node }) => {
      queries += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  return { read: { tables: () => counting as never }, counted: () => queries }
}
