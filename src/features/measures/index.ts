import { measuresCommands } from './commands/measures-commands.ts'
import { commentary } from './commentary/commentary.ts'
import { comparators, places } from './comparators/comparators.ts'
import { dashboards } from './dashboards/dashboards.ts'
import { definitions } from './definitions/definitions.ts'
import { measurePages } from './measure-pages/measure-pages.ts'
import type { MeasuresRoom } from './measures-room.ts'
import { observations } from './observations/observations.ts'
import { quoted } from './quoted/quoted.ts'
import { releases } from './releases/releases.ts'
import { staff } from './staff/staff.ts'

export type { MeasuresVerb } from './permissions.ts'

/** What this feature brings to the doors, room by room. */
export const measuresRooms: readonly MeasuresRoom[] = [{ commands: measuresCommands }, definitions, places, observations, comparators, commentary, releases, dashboards, measurePages, quoted, staff]
