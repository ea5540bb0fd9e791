import type { PersonId } from '#access/actor.ts'
import type { Transaction } from '#platform/database/database.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import type { ReportsTables } from '../tables.ts'
import type { WordImport } from './keep-word-import.ts'

interface Importer {
  /** None where no person imports: then nothing is kept, since comments are signed. */
  readonly person: PersonId | undefined
  readonly by: string
  readonly at: Date
}

const longest = 3900

/** Keeps what could not be carried from a Word file as a comment of whoever put it in, to be resolved when it is put right. */
export async function keepWhatWasLeft(tx: Transaction, paper: PaperId, { fileName, notCarried }: WordImport, { person, by, at }: Importer): Promise<void> {
  if (person === undefined || notCarried.length === 0) return
  const lines = notCarried.map(({ what, where, count }) => `- ${what}${where === undefined ? '' : ` (${where})`}${count > 1 ? ` (${count} times)` : ''}`)
  const words = [`What could not be carried over from ${fileName}:`, ...lines].join('\n').slice(0, longest)
  const row = { paper, part: 'body' as const, quote: null, words, by_person: person, by_name: by, at, resolved_by: null, resolved_at: null }
  await tx.tables<ReportsTables>().insertInto('work.paper_comments').values(row).execute()
}
