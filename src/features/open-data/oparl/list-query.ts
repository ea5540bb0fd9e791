import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'

/** What a client asks of a list: OParl 1.1, "Filter" and "Objektlisten". */
export interface ListQuery {
  readonly limit: number
  /** Where the former page ended, as that page wrote it. */
  readonly after?: string
  readonly createdSince?: Date
  readonly createdUntil?: Date
  readonly modifiedSince?: Date
  readonly modifiedUntil?: Date
  /** Lists inside of objects are left out. */
  readonly omitInternal: boolean
}

const usualLimit = 50
const largestLimit = 100

const moments = { created_since: 'createdSince', created_until: 'createdUntil', modified_since: 'modifiedSince', modified_until: 'modifiedUntil' } as const

/** Reads the filters of a list; parameters that the standard does not know are passed over. */
export function readListQuery(query: URLSearchParams): Outcome<ListQuery> {
  const faults: Fault[] = []
  const read: Record<string, Date> = {}
  for (const [parameter, field] of Object.entries(moments)) {
    const given = query.get(parameter)
    if (given === null) continue
    const moment = momentOf(given)
    if (moment === undefined) faults.push({ field: parameter, message: `Give ${parameter} as 2023-07-07T10:00:00+01:00` })
    else read[field] = moment
  }
  const limit = query.get('limit') ?? String(usualLimit)
  if (!/^[1-9]\d{0,4}$/.test(limit)) faults.push({ field: 'limit', message: 'Give limit as a whole number from 1 on' })
  const omit = query.get('omit_internal') ?? 'false'
  if (!['true', 'false'].includes(omit)) faults.push({ field: 'omit_internal', message: 'Give omit_internal as true or false' })
  if (faults.length > 0) return refuse('invalid', 'The list cannot be filtered so.', faults)
  const after = query.get('cursor')
  return ok({ limit: Math.min(Number(limit), largestLimit), omitInternal: omit === 'true', ...read, ...(after === null ? {} : { after }) })
}

/** A moment of RFC 3339, or a day, which is its first moment. The plus sign of an offset that was not written as %2B arrives as a space. */
function momentOf(text: string): Date | undefined {
  const shape = /^\d{4}-\d\d-\d\d(?:[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[ +-]\d\d:\d\d))?$/
  if (!shape.test(text)) return undefined
  const moment = new Date(text.replace(' ', '+'))
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

/** Whether an object is within the moments that were asked for. */
export function isWithin({ createdSince, createdUntil, modifiedSince, modifiedUntil }: ListQuery, { createdAt, modifiedAt }: { readonly createdAt: Date; readonly modifiedAt: Date }): boolean {
  const [created, modified] = [createdAt.getTime(), modifiedAt.getTime()]
  return (
    (createdSince === undefined || created >= createdSince.getTime()) &&
    (createdUntil === undefined || created <= createdUntil.getTime()) &&
    (modifiedSince === undefined || modified >= modifiedSince.getTime()) &&
    (modifiedUntil === undefined || modified <= modifiedUntil.getTime())
  )
}
