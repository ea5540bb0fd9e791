/**
 * The seven kinds of disclosable pecuniary interest of the Relevant Authorities (Disclosable Pecuniary Interests) Regulations 2012 (SI 2012/1464), in
 * the order of their schedule, and what the council's own code asks for besides (Localism Act 2011 s28(2)).
 */
export const interestKinds = ['employment', 'sponsorship', 'contracts', 'land', 'licences', 'corporate-tenancies', 'securities', 'other'] as const
export type InterestKind = (typeof interestKinds)[number]

export const kindWords: Readonly<Record<InterestKind, string>> = {
  employment: 'Employment, office, trade, profession or vocation',
  sponsorship: 'Sponsorship',
  contracts: 'Contracts with the council',
  land: 'Land in the council’s area',
  licences: 'Licences to occupy land',
  'corporate-tenancies': 'Corporate tenancies',
  securities: 'Securities',
  other: 'Other registrable interests under the council’s code',
}

/** What belongs to the kind, for whoever tells an interest. */
export const kindHints: Readonly<Record<InterestKind, string>> = {
  employment: 'Carried on for profit or gain.',
  sponsorship: 'Payments towards a member’s expenses or election in the last twelve months, a trade union’s included; not the council’s own.',
  contracts: 'For goods, services or works, made with the council and not fully discharged, by a person or by a firm they belong to.',
  land: 'Any beneficial interest in land within the area, the home included.',
  licences: 'Alone or with others, for a month or longer.',
  'corporate-tenancies': 'The council is landlord to a body in which there is a beneficial interest.',
  securities: 'In a body with land or a place of business in the area, above £25,000 in nominal value or one hundredth of the share capital.',
  other: 'Such as membership of a charity, a school’s governing board or a body that influences opinion.',
}

/** Whose interest it is: the Act counts that of a spouse, a civil partner and somebody lived with as such (s30(3)) as the member’s own. */
export const holders = ['member', 'partner'] as const
export type Holder = (typeof holders)[number]

export const holderWords: Readonly<Record<Holder, string>> = { member: 'The member', partner: 'Spouse, civil partner or partner' }

export function isDisclosable(kind: InterestKind): boolean {
  return kind !== 'other'
}
