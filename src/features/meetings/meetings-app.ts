import type { Context } from '#access/act.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { FollowAgendas } from './later-parts.ts'
import type { PackCouncil } from './publication/pack-of-meeting.ts'
import type { QuotedFigures } from './reports/quoted/quoted-figures.ts'

/** What meetings need of the running product. */
export interface MeetingsApp {
  /** Whoever runs commands on this server. */
  context(): Context
  readonly files: ContentStore
  readonly typeset: Typesetter
  /** The real moment. */
  now(): Date
  /** What the council says of itself on every pack. */
  council(): Promise<PackCouncil>
  /** `https://council.example`, without a trailing slash. */
  readonly origin: string
  /** What later features do when other agendas of a body are open or out; left out where there are none. */
  readonly followAgendas?: FollowAgendas
  /** What the marks of figures in papers stand for; left out where nothing keeps figures. */
  readonly quotedFigures?: QuotedFigures | undefined
  /** Work that goes on after the answer was sent. */
  background(name: string, work: () => Promise<void>): void
}
