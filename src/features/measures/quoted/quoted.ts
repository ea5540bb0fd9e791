import type { MeasuresRoom } from '../measures-room.ts'
import { becameInMinute, becameInMinutes, becameInPapers } from './became-section.ts'
import { quotedFigures } from './quoted-figures.ts'

/** Figures in reports and minutes: what their marks stand for, and what became of those that are published. */
export const quoted: MeasuresRoom = { quotedFigures, itemSections: [becameInPapers, becameInMinute], minutesSections: [becameInMinutes] }
