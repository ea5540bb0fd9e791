import { addDays } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { agendasOf, meetingsInList } from '#features/meetings'
import type { Agreement, WorkProgramme } from '../model/work-programme.ts'
import type { MeetingOfAct } from '../rules/agreement.ts'
import type { DayOfAct } from '../rules/meeting-of-act.ts'

/** Reads what the calendar says of the day of an act. Two queries. */
export async function dayOfAct(reader: Reader, { body, on }: Agreement, bodyName = body): Promise<DayOfAct> {
  const [meeting] = await meetingsInList(reader, { body, from: on, before: addDays(on, 1), order: 'first-to-last', limit: 1 })
  const [first] = await meetingsInList(reader, { body, order: 'first-to-last', limit: 1 })
  return { bodyName, on, ...given('meeting', meeting), ...given('firstKept', first?.date) }
}

/** The meetings at which these programmes were, or are to be, recommended and agreed, as the record has them. One query, however many. */
export async function meetingsOfActs(reader: Reader, programmes: readonly Pick<WorkProgramme, 'recommended' | 'agreed'>[]): Promise<MeetingOfAct> {
  const acts = programmes.flatMap(({ recommended, agreed }) => [recommended, agreed].filter((act) => act !== undefined))
  const found = await agendasOf(reader, acts.map(({ body, on }) => ({ body, date: on })))
  return ({ body, on }) => found.get(`${body}/${on}`)
}
