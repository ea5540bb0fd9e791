import { placeWaiting } from '../forward-plan/deeds/refer.ts'
import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { callInMigration } from './migration.ts'
import { openWindowsSection } from './open-windows-section.ts'
import { callInPages } from './pages.ts'
import { placeCallIn } from './sign.ts'

/** Call-in of executive decisions. */
export const callIn: ScrutinyRoom = {
  migrations: [callInMigration],
  staffPages: callInPages,
  sections: [openWindowsSection],
  hourly: [{ name: 'call-ins and referrals without a meeting', work: (context, app) => placeWaiting(context, app, placeCallIn) }],
}
