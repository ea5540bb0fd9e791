import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { day, slug, text, words } from '#platform/files/fields.ts'

/** So many days before a meeting updates are due, unless the body says otherwise. */
export const usualUpdateDays = 10

const area = z
  .strictObject({
    area: words('the area'),
    /** What the body calls the role. */
    role: words('what the role is called').default('Lead member'),
    /** The body whose work the area follows, where it follows one. */
    follows: slug.optional(),
    /** Left out while nobody leads. */
    person: words('a name').optional(),
    from: day,
    to: day.optional(),
  })
  .refine(({ from, to }) => to === undefined || from <= to, { path: ['to'], message: 'Give a last day that does not come before the first' })

/** Who leads for which area of a body, now and before: one document of a `lead-members` file. */
export const leadMembers = z.strictObject({
  body: slug,
  /** How many days before the body's meeting their updates are due. */
  updateDays: z.int('Give a whole number of days').min(0, 'Give a number of days from 0').max(60, 'Give at most 60 days').default(usualUpdateDays),
  areas: z.array(area).max(200, 'Give at most 200 areas'),
  source: text.optional(),
})

export type LeadMembers = z.output<typeof leadMembers>
export type LeadArea = LeadMembers['areas'][number]

/** Who leads on that day; first and last day both count. */
export function leadsOn({ areas }: Pick<LeadMembers, 'areas'>, today: LocalDate): LeadArea[] {
  return areas.filter(({ from, to }) => from <= today && (to === undefined || today <= to))
}

/** The areas that this member leads on that day. */
export function areasOf(leads: Pick<LeadMembers, 'areas'>, person: string, today: LocalDate): LeadArea[] {
  return leadsOn(leads, today).filter((one) => one.person === person)
}

/** Two people do not lead for one area on one day: what overlaps, by its place in the list. */
export function overlapping(areas: readonly LeadArea[]): number[] {
  return areas.flatMap((one, index) => (areas.slice(0, index).some((other) => other.area === one.area && other.from <= (one.to ?? '9999') && one.from <= (other.to ?? '9999')) ? [index] : []))
}
