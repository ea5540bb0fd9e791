import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingId } from '#features/meetings'
import { sittingForFile } from '../../sitting/save-sitting.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { minutesInWork } from '../work/read-minutes.ts'

/** Which minutes, and when they were circulated. */
export interface KeptMinutes {
  readonly meeting: MeetingId
  readonly body: string
  readonly date: LocalDate
  readonly circulatedAt: Date | null
}

/** The minutes of a meeting with its attendance, as a file says them. */
export async function recordOnFile(reader: Reader, { meeting, body, date, circulatedAt }: KeptMinutes) {
  const minutes = await minutesInWork(reader, meeting)
  const circulated = circulatedAt === null ? undefined : dateOf(londonMoment(circulatedAt.toISOString()))
  const head = { body, date, state: minutes.state, ...given('circulated', circulated) }
  return { ...head, ...(await sittingForFile(reader, meeting)), minutes: minutesOnFile(minutes), ...given('confirmed', minutes.confirmed), ...given('signed', minutes.signed), ...given('source', minutes.source) }
}

function minutesOnFile({ state, minutes, resolutions }: MinutesInWork) {
  return [...minutes.values()].map(({ item, number, text, membersText, isPublicExcluded }) => ({
    item,
    ...given('number', number),
    text,
    ...(membersText === '' ? {} : { membersText }),
    ...(isPublicExcluded === undefined || (isPublicExcluded && state !== 'draft') ? {} : { publicExcluded: isPublicExcluded }),
    resolutions: (resolutions.get(item) ?? []).map(({ item: _item, place: _place, revision: _revision, ...content }) => content),
  }))
}
