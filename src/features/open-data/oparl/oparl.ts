import type { OpenDataRoom } from '../open-data-room.ts'
import { oparlPages } from './pages.ts'

/** Bodies, meetings, papers and people as OParl 1.1. */
export const oparl: OpenDataRoom = { pages: oparlPages }
