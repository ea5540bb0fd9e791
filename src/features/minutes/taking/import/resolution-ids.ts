import type { LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import { letterAt, type ResolutionId } from '../record/resolution.ts'
import { uuidOf } from '../record/resolution-id.ts'
import type { TakingTables } from '../tables.ts'
import type { MinutesEntry } from './minutes-file.ts'

/** A resolution of a record, by its place in it, with its id. */
export interface Identified {
  readonly id: ResolutionId
  readonly item: number
  /** Among the resolutions of its item, from 1. */
  readonly place: number
  /** Its path in the file. */
  readonly field: string
}

/** The id of each resolution, in the order of the file: as it names it; otherwise the same meeting, item and letter have the same. */
export function resolutionIds(entry: MinutesEntry): Identified[] {
  const named = new Set(entry.minutes.flatMap(({ resolutions }) => resolutions.flatMap(({ id }) => id?.toLowerCase() ?? [])))
  return entry.minutes.flatMap(({ item, resolutions }, at) => {
    let letter = -1
    return resolutions.map(({ id }, index): Identified => {
      const where = { item, place: index + 1, field: `minutes[${at + 1}].resolutions[${index + 1}].id` }
      if (id !== undefined) return { ...where, id: id.toLowerCase() as ResolutionId }
      letter = Math.max(letter + 1, index)
      // A resolution that moved down took its id along: the one in its place has the next that is free.
      while (named.has(idAt(entry, item, letter))) letter += 1
      return { ...where, id: idAt(entry, item, letter) }
    })
  })
}

function idAt({ body, date }: Pick<MinutesEntry, 'body' | 'date'>, item: number, place: number): ResolutionId {
  return uuidOf(`${body}/${date}/${item}/${letterAt(place)}`) as ResolutionId
}

/** Days of meetings, which another feature keeps. */
interface MeetingDays {
  'work.meetings': { id: MeetingId; body: string; meeting_date: LocalDate }
}

/** Ids that are given twice in the record, or that a resolution of another meeting has, kept or published. */
export async function idFaults(reader: Reader, { body, date }: MinutesEntry, meeting: MeetingId, identified: readonly Identified[]): Promise<Fault[]> {
  if (identified.length === 0) return []
  const ids = identified.map(({ id }) => id)
  const tables = reader.tables<TakingTables & MeetingDays>()
  const kept = await tables
    .selectFrom('work.resolutions as resolution')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'resolution.meeting')
    .select(['resolution.id', 'meeting.body', 'meeting.meeting_date as date'])
    .where('resolution.id', 'in', ids)
    .where('resolution.meeting', '!=', meeting)
    .execute()
  const published = await tables
    .selectFrom('published.current_resolutions as resolution')
    .select(['resolution.id', 'resolution.body', 'resolution.meeting_date as date'])
    .where('resolution.id', 'in', ids)
    .where((is) => is.or([is('resolution.body', '!=', body), is('resolution.meeting_date', '!=', date)]))
    .execute()
  const elsewhere = new Map([...published, ...kept].map((row) => [row.id, row]))
  return identified.flatMap(({ id, field }, at): Fault[] => {
    const other = elsewhere.get(id)
    if (other !== undefined) return [{ field, found: id, message: `A resolution of ${other.body} on ${other.date} has this id already. Leave the id out, or correct it` }]
    return ids.indexOf(id) < at ? [{ field, found: id, message: 'Another resolution of this record has this id: leave it out, or give each its own' }] : []
  })
}
