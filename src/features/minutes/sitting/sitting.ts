import { sendingNeeds } from '#access/staff/sending-needs.ts'
import type { MinutesRoom } from '../minutes-room.ts'
import { sittingMigration } from './migration.ts'
import { sittingPage } from './page/sitting-page.ts'
import { strikePage } from './page/strike-page.ts'
import { todaySection } from './work/today-section.ts'

/** Who is at a meeting, item by item: attendance, quorum, who may vote. */
export const sitting: MinutesRoom = {
  migrations: [sittingMigration],
  staffPages: [sittingPage, strikePage].map((page) => sendingNeeds('minutes.take', page)),
  todaySections: [todaySection],
  ways: [{ text: 'Attendance and declarations', path: 'sitting', verb: 'minutes.see' }],
  styles: [new URL('page/sitting.css', import.meta.url)],
}
