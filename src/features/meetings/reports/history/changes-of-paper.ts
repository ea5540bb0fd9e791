import { given } from '#core/given.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ReportPartName, ReportParts } from '../../record/report-parts.ts'
import type { MeetingsTables } from '../../tables.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'

/** One entry of a paper's history. */
export interface PaperChange {
  readonly part: ReportPartName
  readonly revision: number
  readonly by?: string
  readonly at: Date
}

export const changesOnAPage = 30

/** Whose history: an entry that was written while the item was withheld stays with those who could read it then, whatever was released since. */
export interface HistoryOf {
  readonly paper: PaperId
  readonly seesWithheld: boolean
}

/** The history of a paper from the newest, so many as a page shows and one more; `after` is the last one of the page before. */
export async function changesOfPaper(reader: Reader, { paper, seesWithheld }: HistoryOf, after?: { readonly at: Date; readonly part: string }): Promise<PaperChange[]> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.paper_changes as change')
    .select(['change.part', 'change.revision', 'change.saved_by', 'change.saved_at'])
    .where('change.paper', '=', paper)
    .$if(!seesWithheld, (query) => query.where('change.withheld', '=', false))
    .$if(after !== undefined, (query) => {
      const { at, part } = after ?? { at: new Date(0), part: '' }
      return query.where((one) => one.or([one('change.saved_at', '<', at), one.and([one('change.saved_at', '=', at), one('change.part', '>', part as ReportPartName)])]))
    })
    .orderBy('change.saved_at', 'desc')
    .orderBy('change.part')
    .limit(changesOnAPage + 1)
    .execute()
  return rows.map((row) => ({ part: row.part, revision: row.revision, ...given('by', row.saved_by), at: row.saved_at }))
}

/** A change with what it made of the part, and what stood there before. */
export interface ChangeWithText<Name extends ReportPartName> extends PaperChange {
  readonly content: ReportParts[Name]
  readonly before?: PaperChange & { readonly content: ReportParts[Name] }
}

/** A revision of a part and the one before it that is kept; undefined where there is no such revision. */
export async function changeOfPart<Name extends ReportPartName>(reader: Reader, { paper, seesWithheld }: HistoryOf, part: Name, revision: number): Promise<ChangeWithText<Name> | undefined> {
  const rows = await reader
    .tables<MeetingsTables>()
    .selectFrom('work.paper_changes as change')
    .select(['change.part', 'change.revision', 'change.saved_by', 'change.saved_at', 'change.content'])
    .where('change.paper', '=', paper)
    .$if(!seesWithheld, (query) => query.where('change.withheld', '=', false))
    .where('change.part', '=', part)
    .where('change.revision', '<=', revision)
    .orderBy('change.revision', 'desc')
    .limit(2)
    .execute()
  const [own, before] = rows.map((row) => ({ part: row.part, revision: row.revision, ...given('by', row.saved_by), at: row.saved_at, content: row.content as ReportParts[Name] }))
  return own?.revision === revision ? { ...own, ...given('before', before) } : undefined
}
