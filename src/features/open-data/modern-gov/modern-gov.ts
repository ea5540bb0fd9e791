import type { OpenDataRoom } from '../open-data-room.ts'
import { modernGovPages } from './pages.ts'

/** The XML calls that existing scrapers of councils make. */
export const modernGov: OpenDataRoom = { pages: modernGovPages }
