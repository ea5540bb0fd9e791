import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { issuedMeeting } from './issued-meetings.ts'
import { publishedMeeting } from './published-meetings.ts'

/** A meeting goes on so often at most; more is a ring. */
const mostDays = 20

/**
 * What was open to inspection before a meeting that resumes an adjourned one: the titles on the agendas of its earlier days. Empty of a meeting that resumes none,
 * and where no agenda of the first day was published.
 */
export async function openBefore(reader: Reader, { body, resumedFrom }: { readonly body: string; readonly resumedFrom?: LocalDate | undefined }): Promise<ReadonlySet<string>> {
  const titles = new Set<string>()
  for (let [day, left] = [resumedFrom, mostDays]; day !== undefined && left > 0; left -= 1) {
    const issued: Awaited<ReturnType<typeof issuedMeeting>> = await issuedMeeting(reader, body, day)
    for (const { title } of issued?.meeting.items ?? []) titles.add(title)
    day = issued?.meeting.resumedFrom
  }
  return titles
}

/** The adjourned meeting that one resumes. */
export interface FirstDay {
  readonly date: LocalDate
  /** When its agenda was published, where it says so. */
  readonly issued?: LocalDate
}

/** The meeting that this one resumes, as the public knows it; undefined where it resumes none. */
export async function firstDayOf(reader: Reader, { body, resumedFrom }: { readonly body: string; readonly resumedFrom?: LocalDate | undefined }): Promise<FirstDay | undefined> {
  if (resumedFrom === undefined) return undefined
  const found = await publishedMeeting(reader, body, resumedFrom)
  return { date: resumedFrom, ...given('issued', found?.meeting.issued) }
}
