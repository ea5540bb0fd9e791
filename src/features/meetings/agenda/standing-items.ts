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

/** At which place an item that an officer adds joins an agenda: at the end, but before the standing items that close it. */
export function placeBeforeClosing(template: Standing, agenda: OnAgenda): number {
  return placeBefore(agenda, isClosing(template))
}

type Business = Partial<Pick<ItemFacts, 'exempt' | 'confidential' | 'origin'>>
type InOrder = readonly { readonly facts: Pick<ItemFacts, 'title' | 'standing'> & Business }[]

/**
 * At which place business that puts itself on an agenda joins it: before what closes it, before what is heard without the public, and before what is
 * outstanding, unless it is such an item itself.
 */
export function placeOfBusiness(template: Standing, agenda: InOrder, business: Business = {}): number {
  const closes = isClosing(template)
  return placeBefore(agenda, (facts) => closes(facts) || rankOf(facts) > rankOf(business))
}

function isClosing(template: Standing): (facts: Pick<ItemFacts, 'title' | 'standing'>) => boolean {
  const closing = template.standingItems.filter((each) => each.place === 'closing')
  return (facts) => closing.some((each) => isSame(each, facts))
}

/** Before the items at the end of which each is one that comes later. */
function placeBefore<Facts>(agenda: readonly { readonly facts: Facts }[], comesLater: (facts: Facts) => boolean): number {
  return agenda.findLastIndex(({ facts }) => !comesLater(facts)) + 1
}

/** What is outstanding puts itself after the other business. */
const originOfOutstanding = 'actions'

/** The order of business: what is open, what is outstanding, what is heard without the public. */
function rankOf({ exempt, confidential, origin }: Business): 0 | 1 | 2 {
  if (exempt !== undefined || confidential === true) return 2
  return origin === originOfOutstanding ? 1 : 0
}
