import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import { statedIssue } from '../record/meeting.ts'
import { issuedMeeting } from './issued-meetings.ts'
import { publishedMeeting } from './published-meetings.ts'

/** A meeting goes on so often at most; more is a ring. */
const mostDays = 20

/**
 * What was open to inspection before a meeting that takes up the business of an adjourned one: the titles on the agendas of its earlier days, whether the meeting
 * resumes it or has items that were carried over to it. Empty of any other, and where no agenda of those days was published.
 */
export async function openBefore(reader: Reader, { body, resumedFrom }: { readonly body: string; readonly resumedFrom?: LocalDate | undefined }, carriedFrom: readonly LocalDate[] = []): Promise<ReadonlySet<string>> {
  const titles = new Set<string>()
  const days = [...new Set([...carriedFrom, ...(resumedFrom === undefined ? [] : [resumedFrom])])]
  for (let left = mostDays; days.length > 0 && left > 0; left -= 1) {
    const issued: Awaited<ReturnType<typeof issuedMeeting>> = await issuedMeeting(reader, body, days.shift() as LocalDate)
    for (const { title } of issued?.meeting.items ?? []) titles.add(title)
    if (issued?.meeting.resumedFrom !== undefined) days.push(issued.meeting.resumedFrom)
  }
  return titles
}

/** The adjourned meeting that one resumes. */
export interface FirstDay {
  readonly date: LocalDate
  /** When its agenda was published, where the record states it. */
  readonly issued?: LocalDate
}

/** The meeting that this one resumes, as the public knows it; undefined where it resumes none. */
export async function firstDayOf(reader: Reader, { body, resumedFrom }: { readonly body: string; readonly resumedFrom?: LocalDate | undefined }): Promise<FirstDay | undefined> {
  if (resumedFrom === undefined) return undefined
  const found = await publishedMeeting(reader, body, resumedFrom)
  return { date: resumedFrom, ...given('issued', found === undefined ? undefined : statedIssue(found.meeting)) }
}
