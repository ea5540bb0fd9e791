import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'
import { inventions } from '#features/minutes'
import { frequencies } from './frequencies.ts'
import { units } from './units.ts'

const period = z.string('Give a period such as 2019-20-q1').regex(/^\d{4}(-[a-z0-9]+)*$/, 'Give a period such as 2019-20-q1, 2022-04 or 2022-23')

/** What one is held to for some time. Without `to` it holds until another takes its place. */
const target = z.strictObject({
  from: period,
  to: period.optional(),
  value: z.number('Give the target as a number such as 3 or 3.5'),
  whose: z.enum(['national', 'council', 'partnership'], 'Say whose target it is: national, council or partnership'),
  setBy: words('who set the target, as a role or a body'),
  setOn: day.optional(),
  reviewedOn: day.optional(),
})

const seriesBreak = z.strictObject({ period, reason: words('why figures from here on are not like those before') })

/** A decision to begin new limits. */
const rebase = z.strictObject({ period, reason: words('why new limits begin here'), decidedOn: day, decidedBy: words('who decided, as a role or a body') })

const breakdown = z.strictObject({ name: slug, values: z.array(slug).min(1, 'Give at least one value').max(200, 'Give at most 200 values') })

const strategy = z.strictObject({ slug, name: words('the name of the strategy'), part: words('the part of the strategy').optional() })

/** What is counted, and how its figures are given. */
const figures = {
  numerator: words('what is counted').optional(),
  denominator: words('of how many').optional(),
  unit: z.enum(units),
  /** With a rate: so many children. */
  per: z.int('Say of how many a rate is, as a whole number such as 10000').min(1, 'Give 1 or more').max(1_000_000, 'Give at most 1000000').optional(),
  /** With a count: of what, such as pupils. */
  counted: words('what is counted, such as pupils').optional(),
  decimals: z.int('Give the decimals as a whole number, 0 to 4').min(0, 'Give 0 to 4 decimals').max(4, 'Give 0 to 4 decimals'),
  /** Where the unit by itself allows too much or too little. */
  range: z.strictObject({ lowest: z.number('Give the lowest figure as a number such as 0').optional(), highest: z.number('Give the highest figure as a number such as 100').optional() }).optional(),
  frequency: z.enum(frequencies),
  /** What one figure covers; of a rolling one no rule of chance says anything. */
  counting: z.enum(['period', 'year-to-date', 'rolling', 'snapshot']),
  /** From the end of a period to when its figure can be known. */
  lag: z.strictObject({ days: z.int('Say after how many days a figure is known, as a whole number').min(0, 'Give 0 days or more').max(1500, 'Give at most 1500 days') }),
  firstPeriod: period.optional(),
  breakdowns: z.array(breakdown).max(20, 'Give at most 20 breakdowns').default([]),
}

/** How it is judged and drawn, and beside whom it is held. */
const judging = {
  /** Which side is better; where neither is, it is never coloured. */
  polarity: z.enum(['higher', 'lower', 'neither']),
  comparators: z.array(z.enum(['england', 'region', 'statistical-neighbours'])).default([]),
  neighbours: z.enum(['mean', 'median']).default('mean'),
  interval: z.enum(['none', 'wilson', 'byars', 'dobson', 'student-t']).default('none'),
  chart: z.strictObject({ baseline: z.int('Say of how many figures the baseline is, as a whole number').min(12, 'Give a baseline of 12 figures or more').optional(), screen: z.boolean().default(true), beyondCounts: z.boolean().default(false) }).prefault({}),
  targets: z.array(target).max(200, 'Give at most 200 targets').default([]),
  breaks: z.array(seriesBreak).max(50, 'Give at most 50 breaks').default([]),
  rebases: z.array(rebase).max(50, 'Give at most 50 rebases').default([]),
}

/** Who answers for it, where it is read, and what hides small counts in it. */
const keeping = {
  source: z.strictObject({ name: words('where the figures come from'), address: z.string().regex(/^https:\/\/\S+$/, 'Give an address that begins with https://').max(500).optional() }),
  /** The post that keeps the definition and the figures. */
  steward: words('the role or team that keeps it'),
  /** The post that answers for what it shows. */
  owner: words('the role that answers for it'),
  bodies: z.array(slug).default([]),
  themes: z.array(slug).default([]),
  /** The plans that it belongs to, and the part of each: a priority, a partnership. */
  strategies: z.array(strategy).max(20, 'Give at most 20 strategies').default([]),
  /** The counts that make this one up together: what hides small numbers has to know. */
  sumOf: z.array(slug).max(50, 'Give at most 50 measures').default([]),
  policy: z.enum(['one-to-five', 'one-to-five-v2', 'none']).default('one-to-five'),
  /** Why no rule hides small counts: figures that are not about children. */
  exempt: words('why small counts need not be hidden').optional(),
}

/** A version of a measure's definition: one document of a `measures` file, and the record that is kept. */
export const definition = z.strictObject({
  slug,
  name: words('the name of the measure'),
  definition: words('what the measure is, in plain words'),
  why: words('why it was chosen'),
  ...figures,
  ...judging,
  ...keeping,
  version: z.int('Give a whole number').min(1, 'Give 1 or more').default(1),
  /** From which day on this version holds; the first holds from the beginning. */
  effectiveFrom: day.optional(),
  /** What changed and why. */
  changed: words('what changed and why').optional(),
  invented: z.enum(inventions).optional(),
  sourceOfExample: text.optional(),
})

export type Definition = z.output<typeof definition>
export type Target = Definition['targets'][number]
