import { placeWaiting, waitingFollowAgendas } from '../forward-plan/deeds/refer.ts'
import type { ScrutinyRoom } from '../scrutiny-room.ts'
import { closeLapsed } from './lapse.ts'
import { callInMigrations } from './migration.ts'
import { collectedSection, openWindowsSection } from './open-windows-section.ts'
import { callInPages } from './pages.ts'
import { placeCallIn } from './sign.ts'

/** Call-in of executive decisions. */
export const callIn: ScrutinyRoom = {
  migrations: callInMigrations,
  staffPages: callInPages,
  sections: [openWindowsSection, collectedSection],
  followAgendas: [waitingFollowAgendas(placeCallIn)],
  hourly: [
    { name: 'call-ins and referrals without a meeting', work: (context, app) => placeWaiting(context, app, placeCallIn) },
    { name: 'call-ins for which too few have signed', work: closeLapsed },
  ],
}
