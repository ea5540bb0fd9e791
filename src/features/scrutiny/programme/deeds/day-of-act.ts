import { addDays } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { meetingsInList } from '#features/meetings'
import type { Agreement } from '../model/work-programme.ts'
import type { DayOfAct } from '../rules/meeting-of-act.ts'

/** Reads what the calendar says of the day of an act. Two queries. */
export async function dayOfAct(reader: Reader, { body, on }: Agreement, names: ReadonlyMap<string, string>): Promise<DayOfAct> {
  const [meeting] = await meetingsInList(reader, { body, from: on, before: addDays(on, 1), order: 'first-to-last', limit: 1 })
  const [first] = await meetingsInList(reader, { body, order: 'first-to-last', limit: 1 })
  return { bodyName: names.get(body) ?? body, on, ...given('meeting', meeting), ...given('firstKept', first?.date) }
}
