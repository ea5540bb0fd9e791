import type { LocalDate } from '#core/dates.ts'
import { bodyRecords } from '#features/bodies'
import type { Reader } from '#platform/database/database.ts'
import { councillorsIn } from './committees.ts'
import { committeeNumbers, councillorNumbers, meetingOf } from './numbers.ts'

/** A meeting by the number that it has in these calls. */
export interface NumberedMeeting {
  readonly body: string
  readonly date: LocalDate
  readonly number: number
}

const wholeNumber = /^[1-9]\d{0,8}$/

/** The body of a number; undefined where none has it. */
export async function bodyNumbered(read: Reader, text: string): Promise<string | undefined> {
  return wholeNumber.test(text) ? (await bodyRecords(read))[Number(text) - 1]?.body.slug : undefined
}

/** Where a meeting of this number would be; undefined where no body has such a one. */
export async function meetingNumbered(read: Reader, text: string): Promise<NumberedMeeting | undefined> {
  if (!wholeNumber.test(text)) return undefined
  const { committee, date } = meetingOf(Number(text))
  const slug = [...committeeNumbers(await bodyRecords(read))].find(([, one]) => one === committee)?.[0]
  return slug === undefined ? undefined : { body: slug, date, number: Number(text) }
}

/** The councillor of a number, and a body on which they sit; undefined where nobody in office has it. */
export async function councillorNumbered(read: Reader, text: string, today: LocalDate): Promise<{ readonly name: string; readonly body: string } | undefined> {
  const councillors = councillorsIn(await bodyRecords(read), today)
  const numbers = councillorNumbers(councillors.map(({ name }) => name))
  const found = councillors.find(({ name }) => String(numbers.get(name)) === text)
  const [seat] = found?.seats ?? []
  return found === undefined || seat === undefined ? undefined : { name: found.name, body: seat.body.slug }
}
