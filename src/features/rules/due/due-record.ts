import { z } from 'zod'
import type { Due } from './due.ts'

/** A worked-out limit as machines read it, from the command line and the API alike. */
export const dueShape = z
  .strictObject({
    rule: z.string(),
    start: z.string().describe('The day, or the moment, that was counted from.'),
    due: z.string().nullable().describe('A day such as 2026-04-02, a moment such as 2026-04-13T09:00 (London time), or null where the rule sets no date.'),
    bound: z.enum(['latest', 'earliest', 'until']).optional().describe('Whether it is the latest day, the earliest, or the last day of something that is kept.'),
    working: z.array(z.string()),
    citation: z.string(),
    confidence: z.enum(['statute', 'guidance', 'local']),
    other: z.strictObject({ due: z.iso.date(), convention: z.string() }).optional().describe('The date counted the other way, where no authority says which way is right.'),
  })
  .meta({ id: 'Due' })

export function dueRecord(due: Due): z.output<typeof dueShape> {
  const { rule, start, citation, confidence } = due
  const facts = { rule, start, working: [...due.working], citation, confidence }
  if (due.sets === 'nothing') return { ...facts, due: null }
  if (due.sets === 'moment' || due.other === undefined) return { ...facts, due: due.due, bound: due.bound }
  return { ...facts, due: due.due, bound: due.bound, other: { due: due.other.due, convention: due.other.convention } }
}
