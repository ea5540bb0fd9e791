import { oparl } from './oparl/oparl.ts'
import { modernGov } from './modern-gov/modern-gov.ts'
import type { OpenDataRoom } from './open-data-room.ts'

/** What this feature brings to the doors, room by room. */
export const openDataRooms: readonly OpenDataRoom[] = [oparl, modernGov]
