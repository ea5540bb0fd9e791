import type { BodyTemplate, StandingItem } from '../templates/body-template.ts'
import type { ItemFacts } from '../work/meeting-in-work.ts'

type OnAgenda = readonly { readonly facts: Pick<ItemFacts, 'title' | 'standing'> }[]
type Standing = Pick<BodyTemplate, 'standingItems'>

/** The standing items that the agenda does not have yet, in the template's order: none is ever there twice. */
export function missingStandingItems(template: Standing, agenda: OnAgenda): StandingItem[] {
  return template.standingItems.filter((standing) => !agenda.some((item) => isSame(standing, item.facts)))
}

/** The same in kind (apologies, interests …) or, for those without a kind, by its title. */
function isSame(standing: StandingItem, facts: Pick<ItemFacts, 'title' | 'standing'>): boolean {
  if (standing.standing !== undefined || facts.standing !== undefined) return standing.standing === facts.standing
  return standing.title.toLowerCase() === facts.title.trim().toLowerCase()
}

/** At which place (0 is the first) a standing item joins an agenda: after the opening items that come before it, or before the closing ones after it. */
export function placeOfStanding(standing: StandingItem, template: Standing, agenda: OnAgenda): number {
  const peers = template.standingItems.filter((each) => each.place === standing.place)
  const own = peers.indexOf(standing)
  const placeOf = (each: StandingItem) => agenda.findIndex((item) => isSame(each, item.facts))
  if (standing.place === 'opening') return Math.max(-1, ...peers.slice(0, own).map(placeOf)) + 1
  const after = peers.slice(own + 1).map(placeOf).filter((place) => place >= 0)
  return Math.min(agenda.length, ...after)
}

type Business = Pick<ItemFacts, 'exempt' | 'confidential' | 'origin'>

/**
 * At which place new business joins an agenda: at the end, but before the standing items that close it, before what is heard without the public, and before
 * what is outstanding, unless it is such an item itself.
 */
export function placeOfBusiness(template: Standing, agenda: readonly { readonly facts: Pick<ItemFacts, 'title' | 'standing'> & Partial<Business> }[], business: Partial<Business> = {}): number {
  const closing = template.standingItems.filter((each) => each.place === 'closing')
  const own = rankOf(business)
  const isLater = (facts: Parameters<typeof isSame>[1] & Partial<Business>) => closing.some((each) => isSame(each, facts)) || rankOf(facts) > own
  let place = agenda.length
  while (place > 0 && isLater(agenda[place - 1]?.facts ?? { title: '' })) place -= 1
  return place
}

/** What is outstanding puts itself after the other business. */
const originOfOutstanding = 'actions'

/** The order of business: what is open, what is outstanding, what is heard without the public. */
function rankOf({ exempt, confidential, origin }: Partial<Business>): 0 | 1 | 2 {
  if (exempt !== undefined || confidential === true) return 2
  return origin === originOfOutstanding ? 1 : 0
}
