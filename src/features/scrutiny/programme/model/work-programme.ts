import { z } from 'zod'
import type { Brand } from '#core/brand.ts'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { criterionNames, scoreAnswers, type Criterion } from './criteria.ts'

/** The year of a programme in an address: `2023-24`. */
export type ProgrammeYear = Brand<string, 'ProgrammeYear'>
/** An entry's part of an address; the same topic keeps it from year to year. */
export type EntrySlug = Brand<string, 'EntrySlug'>
/** A month: `2024-01`. */
export type Month = Brand<string, 'Month'>

const year = z.string('Give the year as 2023-24 or 2022').regex(/^\d{4}(-\d{2})?$/, 'Give the year as 2023-24 or 2022') as unknown as z.ZodType<ProgrammeYear, string>
const month = z.string('Give the month as 2024-01').regex(/^[1-8]\d{3}-(0[1-9]|1[0-2])$/, 'Give the month as 2024-01') as unknown as z.ZodType<Month, string>

/** When a topic is to come: a planned meeting, a month, months, or not said yet. */
const when = z.union(
  [
    z.strictObject({ meeting: day }),
    z.strictObject({ month }),
    z.strictObject({ from: month, to: month, inWords: text.optional() }).refine(({ from, to }) => from <= to, 'The first month comes before the last'),
    z.literal('to-be-confirmed'),
    // What was to come at a meeting that is not held.
    z.strictObject({ returnedFrom: day, reason: words('why it came back') }),
  ],
  'Give a meeting (meeting: 2024-01-15), a month (month: 2024-01), months (from: 2024-02, to: 2024-03) or to-be-confirmed',
)
export type When = z.output<typeof when>

const monthNumber = z.int('Give months as numbers from 1 to 12').min(1, 'Give months as numbers from 1 to 12').max(12, 'Give months as numbers from 1 to 12')
const someMonths = z.array(monthNumber).min(1, 'Name at least one month').max(12, 'Name each month once')

/** How often a standing item comes. */
const frequency = z.union(
  [
    z.literal('every-meeting'),
    z.strictObject({ inMonths: someMonths }),
    z.literal('twice-a-year'),
    z.strictObject({ onceAYearIn: someMonths }),
    z.literal('once-a-year'),
    z.literal('as-required'),
  ],
  'Give every-meeting, in-months: [3, 7], twice-a-year, once-a-year, once-a-year-in: [11, 1] or as-required',
)
export type Frequency = z.output<typeof frequency>

/** Who asked for a topic: a body, or a role, with when in words ("February 2023") and what was said. */
const origin = z.strictObject({ who: words('who asked for it, by body or role'), when: text.optional(), words: text.optional() })

const score = z.strictObject({ answer: z.enum(scoreAnswers), why: text.optional() }).optional()
const scoreShape = Object.fromEntries(criterionNames.map((name) => [name, score])) as { [Name in Criterion]: typeof score }

/** A time at which the matter was reported before our record begins, as the programme itself says. */
const statedReport = z.strictObject({ on: z.union([day, month], 'Give the day as 2022-03-23, or the month as 2022-07'), body: slug.optional() })
export type StatedReport = z.output<typeof statedReport>

const entryFields = {
  slug: slug as unknown as z.ZodType<EntrySlug, string>,
  issue: words('the issue').max(500, 'Shorten this to 500 characters'),
  /** The matter: agendas and the forward plan know it by the same word. */
  subject: slug.optional(),
  origin: origin.optional(),
  /** Who put it into the programme, and why. */
  chosen: z.strictObject({ who: words('who chose it, by body or role'), why: words('why it was chosen') }).optional(),
  followUp: text.optional(),
  /** Roles. */
  lead: text.optional(),
  officer: text.optional(),
  scores: z.strictObject(scoreShape).optional(),
  /** Days on which it was reported that the programme states, beside those that the record shows. */
  statedReports: z.array(statedReport).max(40, 'Give at most 40').optional(),
  /** Why it was taken out, by whom and when; it stays in sight with its history. */
  takenOut: z.strictObject({ on: day, who: words('who took it out, by their role'), reason: words('why it was taken out') }).optional(),
}

const entry = z.discriminatedUnion('kind', [
  z.strictObject({ ...entryFields, kind: z.literal('dated'), when }),
  z.strictObject({ ...entryFields, kind: z.literal('possible'), when }),
  z.strictObject({ ...entryFields, kind: z.literal('standing'), frequency }),
])
export type Entry = z.output<typeof entry>

/** Reads an entry; what it says always stands in the same order. */
export const entryShape = entry
export type TimedEntry = Extract<Entry, { kind: 'dated' | 'possible' }>
export type StandingEntry = Extract<Entry, { kind: 'standing' }>

/** An act of another body on the programme: it was, or is to be, recommended or agreed. */
const agreement = z.strictObject({ body: slug, on: day, item: z.int().min(1).max(9999).optional() })
export type Agreement = z.output<typeof agreement>

/** Its fields, one by one. */
export const programmeShape = z.strictObject({
  body: slug,
  year,
  /** Its first and last day. */
  from: day,
  to: day,
  /** What the year's work turns on. */
  focus: text.optional(),
  /** What the body answers for. */
  remit: z.array(words('a part of the remit')).max(20, 'Give at most 20 parts').default([]),
  /** Who leads on what, by role. */
  leads: z.array(z.strictObject({ area: words('the area'), who: words('who leads, by role') })).max(40, 'Give at most 40').default([]),
  recommended: agreement.optional(),
  agreed: agreement.optional(),
  /** What else is to be said of how it was agreed. */
  agreementNote: text.optional(),
  /** False while it is being drawn up. */
  public: z.boolean().default(true),
  entries: z.array(entry).max(300, 'Give at most 300 entries').default([]),
  source: text.optional(),
})

/** The work programme of a scrutiny body for a year: one document of a file, the record that is kept, and what the public reads. */
export const workProgramme = programmeShape
  .refine(({ from, to }) => from < to, { path: ['to'], error: 'The last day comes after the first' })
  .superRefine(({ entries }, context) => {
    const met = new Set<string>()
    for (const [index, { slug: word }] of entries.entries()) {
      if (met.has(word)) context.addIssue({ code: 'custom', path: ['entries', index, 'slug'], message: 'Another entry has this address word already' })
      met.add(word)
    }
  })

export type WorkProgramme = z.output<typeof workProgramme>

/** `2023/24`, as councils write it. */
export function yearInWords(programme: string): string {
  return programme.replace('-', '/')
}

/** The entries that stand. */
export function standingEntries(programme: Pick<WorkProgramme, 'entries'>): Entry[] {
  return programme.entries.filter(({ takenOut }) => takenOut === undefined)
}
