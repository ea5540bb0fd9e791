import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { Reader } from '#platform/database/database.ts'
import { marksIn, type QuotedMarks } from '#platform/documents/quoted.ts'

/** Figures that are published as a whole, and can be an appendix of a report. */
export interface FiguresToAdd {
  /** What stands between the brackets: `figures panel 2019-20-q4`. */
  readonly mark: string
  /** As an agenda names it. */
  readonly title: string
}

/** A later feature that keeps figures: what the marks of texts stand for, by what is published now and nothing else. */
export interface QuotedFigures {
  /** What each of these marks stands for; one that is no mark of a figure is left out. A fixed number of queries. */
  readonly read: (reader: Reader, marks: readonly string[]) => Promise<QuotedMarks>
  /** What can be added as an appendix, the latest first. */
  readonly toAdd: (reader: Reader) => Promise<readonly FiguresToAdd[]>
}

/** What the marks of these texts stand for; no query where there are none. */
export async function readQuoted(reader: Reader, figures: QuotedFigures | undefined, texts: readonly string[]): Promise<QuotedMarks> {
  const marks = [...new Set(texts.flatMap(marksIn))]
  return figures === undefined || marks.length === 0 ? new Map() : figures.read(reader, marks)
}

/** The same, outside any transaction. */
export async function quotedFor({ database, actor }: Pick<Context, 'database' | 'actor'>, { quotedFigures }: { readonly quotedFigures?: QuotedFigures | undefined }, texts: readonly string[]): Promise<QuotedMarks> {
  if (texts.every((text) => marksIn(text).length === 0)) return new Map()
  return database.read(actorKey(actor), (reader) => readQuoted(reader, quotedFigures, texts))
}
