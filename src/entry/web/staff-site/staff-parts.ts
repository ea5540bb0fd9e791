import type { Context } from '#access/act.ts'
import type { PersonActor } from '#access/actor.ts'
import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { Site } from '#platform/pages/layout.ts'

export const morePath = '/staff/more'

/** Beside "Your work" and "More" so many fit into one line of a wide screen. */
const mostInLine = 5

export interface StaffParts {
  /** At the top of every page. */
  readonly inLine: readonly StaffNavigation[]
  /** One press away, under "More". */
  readonly more: readonly StaffNavigation[]
}

/** The parts that this person may open: all in one line where they fit, else those of their daily work. */
export function staffParts(navigation: readonly StaffNavigation[], actor: PersonActor, may: Context['may']): StaffParts {
  const own = navigation.filter(({ verb }) => may(actor, verb))
  if (own.length <= mostInLine) return { inLine: own, more: [] }
  const daily = own.filter(({ dailyFor }) => actor.roles.some((role) => dailyFor.includes(role)))
  const inLine = (daily.length > 0 ? daily : own).slice(0, mostInLine)
  return { inLine, more: own.filter((part) => !inLine.includes(part)) }
}

/** The same as the frame of a page has it. */
export function staffLine({ inLine, more }: StaffParts): Site['navigation'] {
  const line = inLine.map(({ text, href, also }) => ({ text, href, ...(also === undefined ? {} : { also }) }))
  const under = more.flatMap(({ href, also }) => [href, ...(also ?? [])])
  return [{ text: 'Your work', href: '/staff' }, ...line, ...(more.length > 0 ? [{ text: 'More', href: morePath, also: under }] : [])]
}
