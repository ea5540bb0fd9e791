import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { ExportedFile, Exporter } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { MeetingId, MeetingsApp } from '#features/meetings'
import { sittingForFile } from '../../sitting/save-sitting.ts'
import type { TakingTables } from '../tables.ts'
import type { MinutesInWork } from '../work/minutes-in-work.ts'
import { minutesInWork } from '../work/read-minutes.ts'

/** Days of meetings, which another feature keeps. */
interface MeetingDays {
  'work.meetings': { id: MeetingId; meeting_date: LocalDate }
}

/** Writes the minutes of each meeting in the form that the import reads again. */
export const minutesExporter: Exporter<MeetingsApp> = {
  what: 'minutes',
  summary: 'a YAML file a meeting, as the import reads them',
  write: (app) => act(app.context(), { verb: 'minutes.export', subject: { kind: 'minutes', id: 'all' } }, async (tx) => ok(await writeAll(tx.reader))),
}

async function writeAll(reader: Reader): Promise<ExportedFile[]> {
  const heads = await reader
    .tables<TakingTables & MeetingDays>()
    .selectFrom('work.minutes_of_meetings as taken')
    .innerJoin('work.meetings as meeting', 'meeting.id', 'taken.meeting')
    .select(['taken.meeting', 'taken.body', 'taken.circulated_at', 'meeting.meeting_date'])
    .orderBy('taken.body')
    .orderBy('meeting.meeting_date')
    .execute()
  const files: ExportedFile[] = []
  // A meeting at a time: the minutes of twenty years could be more than memory holds.
  for (const { meeting, body, meeting_date: date, circulated_at: circulated } of heads) {
    const minutes = await minutesInWork(reader, meeting)
    const head = { body, date, state: minutes.state, ...given('circulated', circulated === null ? undefined : dateOf(londonMoment(circulated.toISOString()))) }
    const record = { ...head, ...(await sittingForFile(reader, meeting)), minutes: minutesOnFile(minutes), ...given('confirmed', minutes.confirmed), ...given('signed', minutes.signed) }
    files.push({ name: `minutes/${body}/${date}.yaml`, body: writeYaml([record]) })
  }
  return files
}

function minutesOnFile({ minutes, resolutions }: MinutesInWork) {
  return [...minutes.values()].map(({ item, number, text, membersText, isPublicExcluded }) => ({
    item,
    ...given('number', number),
    text,
    ...(membersText === '' ? {} : { membersText }),
    ...(isPublicExcluded ? {} : { publicExcluded: false }),
    resolutions: (resolutions.get(item) ?? []).map(({ item: _item, place: _place, revision: _revision, ...content }) => content),
  }))
}
