import type { Brand } from '#core/brand.ts'
import { daysBetween, type LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { Block } from '#platform/documents/blocks.ts'
import type { Receipt } from '../actions/received.ts'

export type QuestionId = Brand<string, 'QuestionId'>

/** By which the public names a question: from 1, given when it is put. */
export type QuestionNumber = Brand<number, 'QuestionNumber'>

/** What a question is put to: an item of an agenda, or a figure or another record by its name and, where it has one, its address on this site. */
export type About =
  | { readonly kind: 'item'; readonly date: LocalDate; readonly item: number; readonly title: string }
  | { readonly kind: 'record'; readonly words: string; readonly address?: string }

export type QuestionState = 'asked' | 'not-put' | 'put' | 'answered' | 'withdrawn'

interface Answer extends Receipt {
  /** By whom, as a role. */
  readonly by: string
  /** Of an answer that was corrected: the day of the first, by which it was in time or late. */
  readonly firstOn?: LocalDate
  /** Of a first answer that was received on an earlier day than it was entered. */
  readonly firstEntered?: Receipt['entered']
}

/** How a question stands once it is put; it comes back until it is answered. */
export type PublicStanding = { readonly state: 'put' } | ({ readonly state: 'answered'; readonly blocks: readonly Block[]; readonly corrected?: string } & Answer) | { readonly state: 'withdrawn'; readonly on: LocalDate }

interface PutQuestion {
  readonly number: QuestionNumber
  readonly body: string
  readonly bodyName: string
  readonly askedBy: string
  readonly askedOn: LocalDate
  /** Who answers, as a role. */
  readonly owner: string
  readonly due: LocalDate
}

/** A question that the public reads, from the moment that an officer takes it as put. */
export interface ShownQuestion extends PutQuestion {
  readonly about: About
  readonly text: string
  readonly standing: PublicStanding
}

/** A question whose item was withheld from the public after it was put: what it asks, about what, and the answer are published no more. */
export interface WithheldQuestion extends PutQuestion {
  readonly standing: { readonly state: 'withheld' }
}

/** What is published of a question. */
export type PublicQuestion = ShownQuestion | WithheldQuestion
export type PublicState = PublicQuestion['standing']['state']

export function isShown(question: PublicQuestion): question is ShownQuestion {
  return question.standing.state !== 'withheld'
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
  /** When it was published last, its item was withheld from the public. */
  readonly isWithheld: boolean
  readonly revision: number
}

/** Whether a question is between the member, the officers and whoever is to answer: it was not taken, or its item was withheld since. */
export function isPrivate({ standing, number, isWithheld }: Pick<Question, 'standing' | 'number' | 'isWithheld'>): boolean {
  return standing.state === 'asked' || standing.state === 'not-put' || number === undefined || isWithheld
}

/** How a question stands to its day. */
export type Lateness = { readonly is: 'in-time' } | { readonly is: 'late'; readonly days: number; readonly isAnswered: boolean }

/** Late is what is not answered after its day, and what was first answered after it; a question that was taken back or withheld is never late. */
export function lateness(due: LocalDate, standing: Standing | PublicQuestion['standing'], today: LocalDate): Lateness {
  if (standing.state !== 'put' && standing.state !== 'answered') return { is: 'in-time' }
  const isAnswered = standing.state === 'answered'
  const days = daysBetween(due, isAnswered ? (standing.firstOn ?? standing.on) : today)
  return days > 0 ? { is: 'late', days, isAnswered } : { is: 'in-time' }
}
