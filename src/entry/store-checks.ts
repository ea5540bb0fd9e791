import { countOf } from '#core/count-in-words.ts'
import { unreadableTables } from '#platform/database/check-tables.ts'
import { checkFiles, isDamaged } from '#platform/files/check-files.ts'
import { allReferences, type FileReferences } from '#platform/files/file-references.ts'
import type { Application } from './application.ts'
import type { Finding } from './health-checks.ts'

type Store = Pick<Application, 'database' | 'files'>

/** Reads the whole store: every row of every table, and every file that rows refer to. */
export async function checkStore(store: Store, references: readonly FileReferences[]): Promise<readonly Finding[]> {
  return [await checkTables(store), await checkStoredFiles(store, references)]
}

async function checkTables({ database }: Store): Promise<Finding> {
  const what = 'what is in the database'
  const { tables, unreadable } = await unreadableTables(database)
  if (unreadable.length === 0) return { what, state: 'right', found: `${countOf(tables, 'tables')} read to the end` }
  const problems = unreadable.map(({ table, problem }) => `${table}: ${problem}`)
  const advice = 'Keep a copy of the store as it is, and restore the last backup into a new, empty one.'
  return { what, state: 'wrong', found: `${unreadable.length} of ${countOf(tables, 'tables')} cannot be read`, advice: [advice, ...problems].join('\n       ') }
}

async function checkStoredFiles({ database, files }: Store, references: readonly FileReferences[]): Promise<Finding> {
  const what = 'files'
  try {
    const expected = await database.owner((tx) => allReferences(tx.reader, references))
    const damage = await checkFiles(files, expected)
    if (!isDamaged(damage)) return { what, state: 'right', found: `${countOf(expected.length, 'files')} whole` }
    const named = [...damage.missing.map((file) => `missing ${file}`), ...damage.damaged.map((file) => `damaged ${file}`)]
    return {
      what,
      state: 'wrong',
      found: `of ${countOf(expected.length, 'files')}, ${damage.missing.length} missing and ${damage.damaged.length} damaged`,
      advice: ['Put these back from a backup, or import again what they belong to.', ...named].join('\n       '),
    }
  } catch (problem) {
    return { what, state: 'wrong', found: 'could not be read', advice: problem instanceof Error ? problem.message : String(problem) }
  }
}
