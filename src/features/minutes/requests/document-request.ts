import type { Brand } from '#core/brand.ts'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Receipt } from '../actions/received.ts'

/** By which everybody names a request: from 1, given once. */
export type RequestNumber = Brand<number, 'DocumentRequestNumber'>

/** What the document has to do with: SI 2012/2089 regulation 17(1)(b)(i) to (iii). */
export const concerns = ['meeting', 'member-decision', 'officer-decision'] as const
export type Concern = (typeof concerns)[number]

export const concernWords: Readonly<Record<Concern, string>> = {
  meeting: 'Business that was transacted at a meeting of the executive',
  'member-decision': 'A decision that one member of the executive made',
  'officer-decision': 'A decision that an officer made for the executive',
}

/** Why a document, or a part of it, need not be given: regulation 17(1), (3)(a) and (3)(b). */
export const grounds = ['not-covered', 'exempt-or-confidential', 'political-adviser'] as const
export type Ground = (typeof grounds)[number]

export const groundWords: Readonly<Record<Ground, { readonly words: string; readonly law: string }>> = {
  'not-covered': { words: 'The executive does not hold such a document about business or a decision of its own', law: 'regulation 17(1)' },
  'exempt-or-confidential': {
    words: 'It holds exempt or confidential information that is not relevant to an action or decision being scrutinised, or to a review in the work programme',
    law: 'regulation 17(3)(a)',
  },
  'political-adviser': { words: 'It holds advice of a political adviser or assistant', law: 'regulation 17(3)(b)' },
}

interface Withheld {
  readonly ground: Ground
  /** The written statement to the committee, which the public reads too. */
  readonly reasons: string
}

/** What the executive answered, on the day on which it was received. */
export type RequestAnswer = ({ readonly state: 'supplied' } & Receipt) | ({ readonly state: 'supplied-in-part' | 'refused' } & Receipt & Withheld)

export type RequestStanding = { readonly state: 'waiting' } | RequestAnswer | { readonly state: 'withdrawn'; readonly on: LocalDate }
export type RequestState = RequestStanding['state']

export const stateWords: Readonly<Record<RequestState, string>> = {
  waiting: 'Waiting',
  supplied: 'Supplied',
  'supplied-in-part': 'Supplied in part',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
}

/** A request as the public reads it. The words of whoever asked are no part of it: they may tell what is not public. */
export interface PublicRequest {
  readonly number: RequestNumber
  readonly body: string
  readonly bodyName: string
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly concern: Concern
  /** What was asked for, in words that an officer has checked; left out until then. */
  readonly title?: string
  /** The last day for the answer. */
  readonly due: LocalDate
  readonly standing: RequestStanding
  /** What was answered before the answer that stands, the first first. */
  readonly earlier: readonly RequestAnswer[]
}

/** A request as the member, the officers and the executive read it. */
export interface DocumentRequest extends PublicRequest {
  readonly asker?: PersonId
  /** The member's own words: which document, which business or decision, and what is being scrutinised. */
  readonly document: string
  readonly about: string
  readonly purpose?: string
  /** Where the member finds what was supplied. */
  readonly where?: string
  readonly revision: number
}

export function isWaiting({ standing }: Pick<PublicRequest, 'standing'>): boolean {
  return standing.state === 'waiting'
}
