import type { Context, Door } from '#access/act.ts'
import type { Actor } from '#access/actor.ts'
import type { Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { Database } from '#platform/database/database.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { Log } from '#platform/log/log.ts'
import type { FollowAgendas, QuotedFigures } from '#features/meetings'
import type { KnownCounty } from './county/known-county.ts'

/** The running product, as the doors hand it to commands, pages and jobs; each of those declares the part that it needs. */
export interface Application {
  readonly config: Config
  readonly log: Log
  readonly clock: Clock
  /** The real moment. */
  readonly now: () => Date
  /** `https://council.example`, without a trailing slash. */
  readonly origin: string
  readonly database: Database
  /** The steps of the schema that were run when the database was opened just now. */
  readonly migrated: readonly string[]
  readonly files: ContentStore
  readonly typeset: Typesetter
  readonly county: KnownCounty
  /** Whoever runs commands on this server. */
  context(): Context
  /** Anybody else, by the door they came through; `key` is the mark of the key by which a program came. */
  contextOf(actor: Actor, door: Door, requestId?: string, key?: string): Context
  /** What the council says of itself on every pack. */
  council(): Promise<{ readonly name: string; readonly alternativeFormats: string }>
  /** To be called when the council's facts or the example's state were written: the clock and the pages depend on them. */
  countyChanged(): Promise<void>
  /** What the features do when other agendas of a body are open or out. */
  readonly followAgendas: FollowAgendas
  /** What the marks of figures in papers stand for. */
  readonly quotedFigures: QuotedFigures | undefined
  /** Begins work that goes on after the answer was sent. What goes wrong with it is logged; closing waits for it, for twenty seconds at most. */
  background(name: string, work: () => Promise<void>): void
}
