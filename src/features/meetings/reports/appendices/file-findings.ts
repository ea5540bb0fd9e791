import type { Reader, Transaction } from '#platform/database/database.ts'
import type { AttachedFile } from '../../record/meeting-draft.ts'
import type { ReadinessFinding } from '../readiness/report-readiness.ts'
import type { ReportsTables } from '../tables.ts'
import { findingWords, type AppendixFinding } from './finding-words.ts'

/** What the readers of a file would meet in it; what only concerns the text beside it is told once, when it is added. */
const lasting: readonly AppendixFinding[] = ['with-remarks', 'names-author', 'with-hidden-sheets', 'with-hidden-cells', 'with-embedded']

/** Keeps what was found in a file, by its content: whichever paper it stands at. */
export async function keepFileFindings(tx: Transaction, checksum: string, found: readonly AppendixFinding[]): Promise<void> {
  const rows = found.filter((finding) => lasting.includes(finding)).map((finding) => ({ checksum, finding }))
  if (rows.length === 0) return
  await tx.tables<ReportsTables>().insertInto('work.file_findings').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}

/** What the public would meet in files, by checksum, as something to know before they are published. One query. */
export async function findingsInFiles(reader: Reader, files: readonly AttachedFile[]): Promise<ReadonlyMap<string, readonly ReadinessFinding[]>> {
  if (files.length === 0) return new Map()
  const rows = await reader
    .tables<ReportsTables>()
    .selectFrom('work.file_findings')
    .select(['work.file_findings.checksum', 'work.file_findings.finding'])
    .where('work.file_findings.checksum', 'in', files.map(({ checksum }) => checksum))
    .orderBy('work.file_findings.finding')
    .execute()
  const byFile = Map.groupBy(rows, ({ checksum }) => checksum)
  return new Map([...byFile].map(([checksum, found]) => [checksum, found.map(({ finding }) => ({ severity: 'should', part: 'file', message: findingWords[finding] }))]))
}
