import { programme } from './programme/programme.ts'
import { forwardPlan } from './forward-plan/forward-plan.ts'
import { callIn } from './call-in/call-in.ts'
import { groups } from './groups/groups.ts'
import { exceptions } from './exceptions/exceptions.ts'
import { alerts } from './alerts/alerts.ts'
import type { ScrutinyRoom } from './scrutiny-room.ts'

export type { ScrutinyVerb } from './permissions.ts'

/** What this feature brings to the doors, room by room. */
export const scrutinyRooms: readonly ScrutinyRoom[] = [programme, forwardPlan, callIn, groups, exceptions, alerts]
