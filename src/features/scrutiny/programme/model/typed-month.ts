import { parseTypedDay } from '#core/typed-day.ts'
import type { Month } from './work-programme.ts'

/** Reads a month as people type it: `2024-01`, `January 2024`, `Jan 2024`, `1/2024`; undefined for anything else. */
export function parseTypedMonth(text: string): Month | undefined {
  const typed = text.trim()
  const figures = /^(\d{4})-(\d{1,2})$/.exec(typed) ?? undefined
  const day = parseTypedDay(figures === undefined ? (/^\d{1,2}\/\d{4}$/.test(typed) ? `1/${typed}` : `1 ${typed}`) : `${figures[1]}-${figures[2]?.padStart(2, '0')}-01`)
  return day === undefined ? undefined : (day.slice(0, 7) as Month)
}

/** The address word of an issue: its first words, without those that another entry has already. */
export function addressWord(issue: string, taken: (word: string) => boolean): string {
  const plain = issue.normalize('NFKD').toLowerCase().replaceAll(/[’'\p{M}]/gu, '').replaceAll(/[^a-z0-9]+/g, '-')
  const word = plain.slice(0, 60).replaceAll(/^-+|-+$/g, '') || 'entry'
  for (let number = 2, tried = word; ; number += 1, tried = `${word}-${number}`) if (!taken(tried)) return tried
}
