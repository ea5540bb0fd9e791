import type { Brand } from '#core/brand.ts'
import type { LocalDate } from '#core/dates.ts'
import type { PersonId } from '#access/actor.ts'
import type { LoadedFields } from '#platform/files/since-loaded.ts'
import type { Receipt } from './received.ts'

export type ActionId = Brand<string, 'ActionId'>
export type ReportId = Brand<string, 'ServedReportId'>

/** An action is to be done; a recommendation is first to be answered by whom it is made to. */
export const actionKinds = ['action', 'recommendation'] as const
export type ActionKind = (typeof actionKinds)[number]

export const originKinds = ['resolution', 'recommendation', 'request', 'question', 'exception'] as const

/** What it was asked by; the same origin is one action however often it is raised. */
export interface ActionOrigin {
  readonly kind: (typeof originKinds)[number]
  readonly id: string
}

export const answerKinds = ['accepted', 'in-part', 'rejected'] as const
export type AnswerKind = (typeof answerKinds)[number]

/**
 * What binds whoever is served, by the rule: the council and its executive answer (Local Government Act 2000 s9FE), a health body answers where it was asked to (SI 2013/218 regulation 22),
 * and a partner authority has regard to the report (s9FF).
 */
export const duties = ['executive-response', 'health-scrutiny-response', 'partner-regard'] as const
export type Duty = (typeof duties)[number]

/** One step after it was asked, on the day on which it happened; what whoever was asked says, on the day on which it was received. */
export type Step =
  /** The scrutiny body's written notice was received: its report is served, on the executive unless `duty` says on whom. */
  | { readonly what: 'served'; readonly on: LocalDate; readonly report: string; readonly link?: string | undefined; readonly duty?: Exclude<Duty, 'executive-response'> | undefined }
  | ({ readonly what: 'answered'; readonly answer: 'accepted'; readonly response: string; readonly reason?: string | undefined } & Receipt)
  | ({ readonly what: 'answered'; readonly answer: 'in-part' | 'rejected'; readonly response: string; readonly reason: string } & Receipt)
  | ({ readonly what: 'progress'; readonly words: string } & Receipt)
  | ({ readonly what: 'done'; readonly evidence: string; readonly link?: string | undefined } & Receipt)
  /** The body is not satisfied with what was done, or with being refused, and says why. */
  | { readonly what: 'kept-open'; readonly on: LocalDate; readonly reason: string; readonly meeting?: LocalDate | undefined }
  /** The body is satisfied, or takes note of a refusal; `meeting` is its own meeting at which it said so. */
  | { readonly what: 'closed'; readonly on: LocalDate; readonly evidence: string; readonly link?: string | undefined; readonly meeting?: LocalDate | undefined }
  | { readonly what: 'withdrawn'; readonly on: LocalDate; readonly reason: string }
  /** The minute was corrected after somebody had answered; what was asked of them keeps its words, and where it stands is as before. */
  | { readonly what: 'corrected'; readonly on: LocalDate; readonly words: string }

export type StepKind = Step['what']

/** Where it stands: one shape for each state. */
export type Standing =
  | { readonly state: 'asked'; readonly keptOpen?: string }
  | { readonly state: 'served'; readonly receivedOn: LocalDate; readonly report: string; readonly duty: Duty }
  | { readonly state: 'accepted'; readonly on: LocalDate }
  | { readonly state: 'in-part'; readonly on: LocalDate; readonly reason: string }
  | { readonly state: 'rejected'; readonly on: LocalDate; readonly reason: string }
  | { readonly state: 'in-progress'; readonly on: LocalDate; readonly keptOpen?: string }
  | { readonly state: 'done'; readonly on: LocalDate; readonly evidence: string }
  | { readonly state: 'closed'; readonly on: LocalDate; readonly evidence: string }
  | { readonly state: 'withdrawn'; readonly on: LocalDate; readonly reason: string }

export type ActionState = Standing['state']

/** Whom it is asked of: a role, a body or an organisation, in words; `body` where it is one of the council's record. */
export interface Asked {
  readonly name: string
  readonly body?: string | undefined
}

/** What of it is made up, so that an example has every state to show: all of it, or only what came of it. */
export const inventions = ['everything', 'what-followed'] as const
export type Invention = (typeof inventions)[number]

/** What a body asked of somebody. */
export interface AskedAction {
  readonly kind: ActionKind
  /** Who asks, by its address word. */
  readonly body: string
  /** The meeting, item and minute at which it was asked, as far as they are known. */
  readonly date?: LocalDate | undefined
  readonly item?: number | undefined
  readonly minute?: number | undefined
  readonly on: LocalDate
  readonly words: string
  readonly of: Asked
  /** The day that was asked for, or agreed since. */
  readonly due?: LocalDate | undefined
  readonly subjects: readonly string[]
  /** False for what was asked in private or of an exempt item: nothing of it is ever published. */
  readonly isPublic: boolean
  /** Where its facts are to be found. */
  readonly source?: string | undefined
  /** Left out where all of it is of record. */
  readonly invented?: Invention | undefined
}

/** A step as it was recorded: who entered it, and for whom. */
interface RecordedStep {
  readonly step: Step
  readonly by: string
  readonly onBehalf?: string
  readonly at: Date
}

/** An action as staff keep it, with its whole chain. */
export interface Action extends AskedAction {
  readonly id: ActionId
  /** Its reference: runs on through the council's record. */
  readonly number: number
  readonly origin: ActionOrigin
  /** The account of whoever is to answer; nobody until an officer sets one. */
  readonly owner?: { readonly person: PersonId; readonly name: string }
  /** The e-mail address that a file gave of whoever is to answer, while no account has it. */
  readonly awaitedOwner?: string
  /** What a file said of it when it was loaded last. */
  readonly loaded: LoadedFields | null
  /** The report in which it was served. */
  readonly report?: { readonly id: ReportId; readonly number: number; readonly title: string }
  readonly chain: readonly RecordedStep[]
  readonly revision: number
}
