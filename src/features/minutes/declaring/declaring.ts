import type { MinutesRoom } from '../minutes-room.ts'
import { declarePage } from './declare-page.ts'
import { ownPage } from './own-page.ts'
import { ownWay } from './own-way.ts'

/** Interests that members declare at a meeting, what follows from them, and the party whip. */
export const declaring: MinutesRoom = { staffPages: [declarePage, ownPage], packSections: [ownWay] }
