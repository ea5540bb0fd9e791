import type { Reader } from '#platform/database/database.ts'
import type { MeetingsTables } from '../tables.ts'
import { paperSlug, type MeetingWithText } from '../work/draft-of-meeting.ts'

/** Who changed what last: items by their number, papers by their part of an address. What came in a file names nobody. */
export interface Changers {
  readonly items: ReadonlyMap<number, string>
  readonly papers: ReadonlyMap<string, string>
}

/** Who changed the items and the papers of a meeting last. One query. */
export async function changersOf(reader: Reader, { meeting, papers }: MeetingWithText): Promise<Changers> {
  const ids = meeting.items.map((item) => item.id)
  const rows = ids.length === 0 ? [] : await reader.tables<MeetingsTables>().selectFrom('work.item_changes').select(['work.item_changes.item', 'work.item_changes.changed_by']).where('work.item_changes.item', 'in', ids).execute()
  const names = new Map(rows.map(({ item, changed_by }) => [item, changed_by]))
  return {
    items: new Map(meeting.items.flatMap(({ id, number }) => named(number, names.get(id)))),
    papers: new Map(meeting.items.flatMap((item) => item.papers.flatMap((paper) => named(paperSlug(item.number, paper), lastSaver(papers.find((one) => one.id === paper.id)))))),
  }
}

function named<Key>(key: Key, name: string | undefined): (readonly [Key, string])[] {
  return name === undefined || name === '' ? [] : [[key, name]]
}

function lastSaver(paper: MeetingWithText['papers'][number] | undefined): string | undefined {
  return Object.values(paper?.saved ?? {}).toSorted((one, other) => other.at.localeCompare(one.at))[0]?.by
}
