import { measuresCommands } from './commands/measures-commands.ts'
import { comparators, places } from './comparators/comparators.ts'
import { definitions } from './definitions/definitions.ts'
import type { MeasuresRoom } from './measures-room.ts'
import { observations } from './observations/observations.ts'

export type { MeasuresVerb } from './permissions.ts'

/** What this feature brings to the doors, room by room. */
export const measuresRooms: readonly MeasuresRoom[] = [{ commands: measuresCommands }, definitions, places, observations, comparators]
