import type { LocalDate } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { ExportedFile, Exporter } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { MeetingId, MeetingsApp } from '#features/meetings'
import type { TakingTables } from '../tables.ts'
import { recordOnFile } from './record-on-file.ts'

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
    .select(['taken.meeting', 'taken.body', 'taken.circulated_at as circulatedAt', 'meeting.meeting_date as date'])
    .orderBy('taken.body')
    .orderBy('meeting.meeting_date')
    .execute()
  const files: ExportedFile[] = []
  // A meeting at a time: the minutes of twenty years could be more than memory holds.
  for (const head of heads) files.push({ name: `minutes/${head.body}/${head.date}.yaml`, body: writeYaml([await recordOnFile(reader, head)]) })
  return files
}
