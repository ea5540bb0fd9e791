import { z } from 'zod'
import { confidences } from '../rule.ts'
import { dueWords, type Due } from './due.ts'

const readingShape = z.strictObject({ due: z.iso.date(), convention: z.string().describe('How this date was counted.'), isSafer: z.boolean() })

/** A worked-out limit as machines read it, from the command line and the API alike. */
export const dueShape = z
  .strictObject({
    rule: z.string(),
    start: z.string().describe('The day, or the moment, that was counted from.'),
    due: z.string().nullable().describe('A day such as 2026-04-02, a moment such as 2026-04-13T09:00 (London time), or null where the rule sets no date.'),
    bound: z.enum(['latest', 'earliest', 'until']).optional().describe('Whether it is the latest day, the earliest, or the last day of something that is kept.'),
    words: z.string().describe('The result in words: the date, or the two dates that the law leaves open, the safer one first.'),
    working: z.array(z.string()),
    citation: z.string(),
    confidence: z.enum(confidences),
    readings: z.array(readingShape).optional().describe('Both dates, the safer one first, where no authority says which way of counting is right; `due` is one of them.'),
    other: z.strictObject({ due: z.iso.date(), convention: z.string() }).optional().describe('The reading that is not `due`.'),
  })
  .meta({ id: 'Due' })

export function dueRecord(due: Due): z.output<typeof dueShape> {
  const { rule, start, citation, confidence } = due
  const facts = { rule, start, words: dueWords(due), working: [...due.working], citation, confidence }
  if (due.sets === 'nothing') return { ...facts, due: null }
  const set = { ...facts, due: due.due, bound: due.bound }
  if (due.sets === 'moment' || due.readings === undefined) return set
  const readings = due.readings.map(({ due, convention, isSafer }) => ({ due, convention, isSafer }))
  const other = readings.find((reading) => reading.due !== due.due)
  return { ...set, readings, ...(other === undefined ? {} : { other: { due: other.due, convention: other.convention } }) }
}
