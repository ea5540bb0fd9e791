import { countOf } from '#core/count-in-words.ts'
import { unreadableTables } from '#platform/database/check-tables.ts'
import { checkFiles, isDamaged } from '#platform/files/check-files.ts'
import { allReferences, type FileReferences } from '#platform/files/file-references.ts'
import type { Application } from './application.ts'
import type { Finding } from './health-checks.ts'
import { leftFiles } from './left-files.ts'

type Store = Pick<Application, 'database' | 'files'>

/** Reads the whole store: every row of every table, every file that rows refer to, and the names of those to which none does. `copies` may be missing. */
export async function checkStore(store: Store, references: readonly FileReferences[], copies: readonly FileReferences[]): Promise<readonly Finding[]> {
  return [await checkTables(store), await checkStoredFiles(store, references), ...(await checkLeftFiles(store, [...references, ...copies]))]
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

const mostNamed = 20

/** Nothing is wrong with them: they take room until they are cleared. */
async function checkLeftFiles(store: Store, references: readonly FileReferences[]): Promise<readonly Finding[]> {
  const { left } = await leftFiles(store, references, new Date(Date.now() + 1000)).catch(() => ({ left: [] }))
  if (left.length === 0) return []
  const more = left.length > mostNamed ? [`and ${left.length - mostNamed} more`] : []
  const advice = 'They take room and do no harm: those older than a day are cleared every night.'
  return [{ what: 'files to which nothing refers', state: 'right', found: String(left.length), advice: [advice, ...left.slice(0, mostNamed), ...more].join('\n       ') }]
}
