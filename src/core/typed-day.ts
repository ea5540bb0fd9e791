import { parseDate, type LocalDate } from './dates.ts'

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * Reads a day as people type it: `2026-04-14`, `14 April 2026`, `14th Apr 2026`, `14/4/2026`; the day stands before the month, as in
 * Britain. Undefined for anything else, impossible days and years of two figures included.
 */
export function parseTypedDay(text: string): LocalDate | undefined {
  const typed = text.trim()
  return parseDate(typed) ?? inWords(typed) ?? inFigures(typed)
}

function inWords(typed: string): LocalDate | undefined {
  const [, day, month = '', year] = /^(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(typed) ?? []
  // Three letters tell every month from the others, so "Apr", "Sept" and the full name are all beginnings of one name.
  return dayOf(year, months.findIndex((name) => month !== '' && name.startsWith(month.toLowerCase())) + 1, day)
}

function inFigures(typed: string): LocalDate | undefined {
  const [, day, month, year] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(typed) ?? []
  return dayOf(year, Number(month), day)
}

function dayOf(year: string | undefined, month: number, day: string | undefined): LocalDate | undefined {
  return parseDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
