import type { Brand } from '#core/brand.ts'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Block } from '#platform/documents/blocks.ts'

export type QuestionId = Brand<string, 'QuestionId'>

/** By which the public names a question: from 1, given when it is put. */
export type QuestionNumber = Brand<number, 'QuestionNumber'>

/** What a question is put to: an item of an agenda, or a figure or another record by its name and, where it has one, its address on this site. */
export type About =
  | { readonly kind: 'item'; readonly date: LocalDate; readonly item: number; readonly title: string }
  | { readonly kind: 'record'; readonly words: string; readonly address?: string }

export type QuestionState = 'asked' | 'not-put' | 'put' | 'answered' | 'withdrawn'

interface Answer {
  readonly on: LocalDate
  /** By whom, as a role. */
  readonly by: string
}

/** How a question stands once it is put; it comes back until it is answered. */
export type PublicStanding = { readonly state: 'put' } | ({ readonly state: 'answered'; readonly blocks: readonly Block[]; readonly corrected?: string } & Answer) | { readonly state: 'withdrawn'; readonly on: LocalDate }

/** A question as the public reads it: from the moment that an officer takes it as put. */
export interface PublicQuestion {
  readonly number: QuestionNumber
  readonly body: string
  readonly bodyName: string
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly about: About
  readonly text: string
  /** Who answers, as a role. */
  readonly owner: string
  readonly due: LocalDate
  readonly standing: PublicStanding
}

/** How a question stands for those who keep it. */
export type Standing =
  /** Nobody but the member and the officers knows it. */
  | { readonly state: 'asked' }
  | { readonly state: 'not-put'; readonly reason: string; readonly on: LocalDate }
  | { readonly state: 'put' }
  | ({ readonly state: 'answered'; readonly text: string; readonly corrected?: string } & Answer)
  | { readonly state: 'withdrawn'; readonly on: LocalDate }

/** Who answers by when. */
export interface Owner {
  readonly role: string
  readonly person?: PersonId
  readonly due: LocalDate
}

/** A question as members, officers and whoever answers read it. */
export interface Question {
  readonly id: QuestionId
  /** Given when it is put. */
  readonly number?: QuestionNumber
  readonly body: string
  readonly bodyName: string
  readonly asker?: PersonId
  readonly askedBy: string
  readonly askedOn: LocalDate
  readonly about: About
  readonly text: string
  readonly owner?: Owner
  readonly standing: Standing
  readonly revision: number
}

/** Only while a question was not taken is it between the member and the officers. */
export function isPrivate({ standing, number }: Pick<Question, 'standing' | 'number'>): boolean {
  return standing.state === 'asked' || standing.state === 'not-put' || number === undefined
}
