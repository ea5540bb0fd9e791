import type { Context } from '#access/act.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import type { PublicRequest } from '#platform/http/answers.ts'
import type { Html } from '#platform/pages/html.ts'
import type { OpenMeeting } from './reading/rights/open-reading.ts'
import type { PublishedPaper } from './publication/published-meetings.ts'
import type { AgendaItem, PublishedMeeting } from './record/meeting.ts'
import type { QuotedFigures } from './reports/quoted/quoted-figures.ts'
import type { MeetingInWork } from './work/meeting-in-work.ts'

/** A part of a meeting's public page that a later feature writes, after the agenda: its minutes, what was decided. */
export type MeetingSection = (request: PublicRequest, meeting: PublishedMeeting) => Promise<Html | undefined>

/** A part of an item's public page that a later feature writes, after the papers, which it is given: what was resolved, when it came before. */
export type ItemSection = (request: PublicRequest, meeting: PublishedMeeting, item: AgendaItem, papers: readonly PublishedPaper[]) => Promise<Html | undefined>

/** A part of the first page that a later feature writes. */
type HomeSection = (request: PublicRequest) => Promise<Html | undefined>

/** A line of "Find your way" on the first page. */
export interface HomeWay {
  readonly text: string
  readonly href: string
  /** What is there, in a few words. */
  readonly about: string
}

/** A link of a meeting's own page behind the sign-in. */
export interface MeetingWay {
  readonly text: string
  /** Below the meeting's address: `minutes`. */
  readonly path: string
  readonly verb: string
}

/** A part of the agenda that is being built, under its items: what waits for it. Written for somebody who may see the meeting. */
export type AgendaPart = (reader: Reader, request: StaffRequest, meeting: MeetingInWork) => Promise<Html | undefined>

/** A part of the page of a pack, for one reader with the right that they have. */
export type PackSection = (reader: Reader, pack: Pick<OpenMeeting, 'meeting' | 'right'>, request: StaffRequest) => Promise<Html | undefined>

/** A body of which other agendas are open or out than before, in the deed that made it so. */
export interface AgendasTurned {
  readonly body: string
  readonly context: Pick<Context, 'actor' | 'today'>
  readonly app: { readonly now: () => Date }
}

/**
 * What a later feature does with the agendas of a body within the deed that plans, moves or calls off its meetings, or publishes an agenda: it puts what waits on
 * the next one that is open, with `placeOnNextAgenda`, and publishes what goes out with one that is out. Its hourly work does the same for all bodies.
 */
export type FollowAgendas = (tx: Transaction, turned: AgendasTurned) => Promise<void>

/** What later features add to meetings: parts of their pages, and what follows their agendas. */
export interface LaterParts {
  readonly meetingSections?: readonly MeetingSection[]
  readonly itemSections?: readonly ItemSection[]
  readonly homeSections?: readonly HomeSection[]
  readonly homeWays?: readonly HomeWay[]
  readonly ways?: readonly MeetingWay[]
  readonly agendaParts?: readonly AgendaPart[]
  readonly packSections?: readonly PackSection[]
  readonly followAgendas?: readonly FollowAgendas[]
  readonly quotedFigures?: QuotedFigures
}

/** All that follow the agendas, as one: each in turn, since they write in one transaction. */
export function followedBy(followers: readonly FollowAgendas[]): FollowAgendas {
  return async (tx, turned) => {
    for (const follow of followers) await follow(tx, turned)
  }
}

/** Every part in turn, since they read with one handle. */
export async function written(parts: readonly (() => Promise<Html | undefined>)[]): Promise<readonly (Html | undefined)[]> {
  const pieces = []
  for (const part of parts) pieces.push(await part())
  return pieces
}
