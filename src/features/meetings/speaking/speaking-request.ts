import type { Brand } from '#core/brand.ts'
import type { LocalDate } from '#core/dates.ts'
import type { LocalDateTime } from '#core/london-time.ts'
import type { MeetingId } from '../work/meeting-in-work.ts'

export type RequestId = Brand<string, 'RequestId'>

/** What somebody who asks to speak says of themselves and of what they wish to say. Cleared a year after the meeting. */
export interface Asking {
  readonly name: string
  readonly email: string
  readonly phone?: string
  readonly onBehalf?: string
  readonly statement: string
  /** What they need to take part: an interpreter, step-free access. */
  readonly needs?: string
  /** They agree that their name stands beside the published response. */
  readonly mayBeNamed: boolean
}

export const requestStates = ['asked', 'accepted', 'declined', 'withdrawn'] as const

interface Decided {
  readonly by: string
  readonly at: LocalDateTime
}

/** What became of a request before the meeting. */
export type Standing =
  | { readonly state: 'asked' }
  /** `place` orders the speakers, the lowest first. */
  | ({ readonly state: 'accepted'; readonly place: number; readonly reason?: string } & Decided)
  | ({ readonly state: 'declined'; readonly reason: string } & Decided)
  | ({ readonly state: 'withdrawn' } & Decided)

/** What the speaker is owed in writing after the meeting. */
export type Response =
  | { readonly state: 'none' }
  /** Promised at the meeting and not published yet; `due` is left out where the body's terms set no time. */
  | { readonly state: 'promised'; readonly due?: LocalDate; readonly askedAbout: string; readonly text: string }
  | { readonly state: 'published'; readonly number: number; readonly askedAbout: string; readonly text: string }

/** A request to speak at a meeting, as staff keep it. */
export interface SpeakingRequest {
  readonly id: RequestId
  /** By which the speaker and the council name it to each other. */
  readonly reference: string
  readonly meeting: MeetingId
  readonly item: { readonly number: number; readonly title: string }
  readonly askedAt: LocalDateTime
  readonly isLate: boolean
  /** A letter to the address that was given says that it arrived. */
  readonly isMailed: boolean
  /** Left out once it was cleared. */
  readonly asking?: Asking
  readonly standing: Standing
  /** Noted after the meeting. */
  readonly hasSpoken?: boolean
  readonly response: Response
  /** Goes up with every change, so that two officers cannot decide unseen of each other. */
  readonly revision: number
}

/** Who asked, as staff read it. */
export function nameOf(request: Pick<SpeakingRequest, 'asking' | 'reference'>): string {
  return request.asking?.name ?? `Request ${request.reference} (details cleared)`
}
