import { types } from 'pg'
import type { CustomTypesConfig } from 'pg'

/** PostgreSQL's numbers of its types. */
const bigint = 20
const bigints = 1016
const texts = 1009
const date = 1082
const dates = 1182
const timestamp = 1114

/**
 * How columns arrive in JavaScript, the same from the embedded database and a server:
 * `date` stays `2023-07-07`; `timestamptz` becomes a `Date` (milliseconds); `timestamp` and `numeric` stay text; `bigint`, and with
 * it every count, becomes a number and throws where a number cannot hold it; `json` is parsed.
 */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [bigint]: safeInteger,
  [bigints]: (text) => parseTexts(text).map((item) => (item === null ? null : safeInteger(item))),
  [date]: (text) => text,
  [dates]: parseTexts,
  [timestamp]: (text) => text,
}

/** Given to `pg` in place of its own table of parsers. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) => parsers[oid] ?? (types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format),
}

function parseTexts(text: string): (string | null)[] {
  return (types.getTypeParser as (oid: number) => (text: string) => (string | null)[])(texts)(text)
}

function safeInteger(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large to be kept exactly as a number`)
  return number
}
