import { date } from '#core/dates.ts'
import { body as bodySchema, type Body } from '#features/bodies'
import { declarationFields, type Declaration } from './declaration.ts'
import type { Happening, HappeningId, Recorded } from './happening.ts'
import type { SittingFacts } from './sitting-from.ts'

/** For tests: a happening during an item. */
export type Told = readonly [item: number, what: Happening]

export function logFrom(told: readonly Told[]): Recorded[] {
  return told.map(([item, what], index) => ({ id: `h${index + 1}` as HappeningId, order: index + 1, item, what, by: 'Imogen Fairweather', at: '2017-02-14T14:00:00.000Z' }))
}

const person = (name: string, group: string, capacity = 'voting', votes = 'all') => ({ seat: `Seat of ${name}`, organisation: `Office of ${name}`, capacity, votes, group, person: name, from: '2016-11-01' })

/** A health and wellbeing board as the terms of January 2014 have it: eight voting members or their substitutes, a county councillor and a commissioning-group member among them. */
export function board(changes: Record<string, unknown> = {}): Body {
  return bodySchema.parse({
    slug: 'board',
    name: 'Board',
    kind: 'health-and-wellbeing-board',
    purpose: 'Leads.',
    meetsInPublic: true,
    termsOfReference: {
      source: 'Terms of January 2014',
      quorum: { atLeast: 8, substitutesCount: true, amongThem: [{ group: 'county-councillor', atLeast: 1 }, { group: 'commissioning-group-member', atLeast: 1 }], source: 'Paragraph 12' },
      decision: { rule: 'consensus-then-vote', castingVote: 'chair' },
    },
    members: [
      person('Cllr Ashe', 'county-councillor', 'chair'),
      person('Dr Birch', 'commissioning-group-member', 'vice-chair'),
      ...['Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel'].map((name) => person(`Officer ${name}`, 'council-officer')),
      person('Ivy of the districts', 'district', 'associate', 'none'),
      { ...person('Juniper', 'council-officer'), substitute: 'Kestrel' },
      { seat: 'Clinical member', organisation: 'Wyre', capacity: 'voting', votes: 'all', from: '2016-11-01' },
    ],
    ...changes,
  })
}

/** A scrutiny panel with church and parent-governor representatives, whose terms state no quorum. */
export function panel(changes: Record<string, unknown> = {}): Body {
  return board({
    kind: 'scrutiny-panel',
    termsOfReference: undefined,
    members: [person('Cllr Ashe', 'county-councillor', 'chair'), person('Cllr Beech', 'county-councillor'), person('Canon Cole', 'church', 'co-opted', 'education-only')],
    ...changes,
  })
}

export function factsOf(told: readonly Told[], changes: Partial<SittingFacts> = {}): SittingFacts {
  return { body: board(), day: date('2017-02-14'), isDevelopment: false, log: logFrom(told), dispensations: new Map(), keptOut: new Set(), known: [], ...changes }
}

/** The eight who make the board quorate, there from the beginning. */
export const eight = ['cllr-ashe', 'dr-birch', 'officer-cedar', 'officer-damson', 'officer-elder', 'officer-fir', 'officer-gorse', 'officer-hazel']

const named = (seat: string) => seat.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')

export function arrives(item: number, seat: string, changes: Partial<Extract<Happening, { kind: 'arrives' }>> = {}): Told {
  return [item, { kind: 'arrives', seat, person: named(seat), asSubstitute: false, remotely: false, ...changes }]
}

export const allEight = eight.map((seat) => arrives(0, seat))

export function declares(item: number, changes: Partial<Declaration>): Told {
  const declaration = declarationFields.parse({ item, member: 'Cllr Ashe', nature: 'other', words: 'A trustee of the club.', ...changes })
  return [item, { kind: 'declares', declaration, early: false }]
}
