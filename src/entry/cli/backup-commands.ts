import { ok, type Outcome } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { command, type Command, type CommandAnswer } from '#platform/command/command.ts'
import { backupTo, type BackupSummary } from '#platform/database/backup/back-up.ts'
import { restoreFrom } from '#platform/database/backup/restore.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { Application } from '../application.ts'

/** What may be done with the store as a whole; `entry/roles.ts` says who may. */
export type StoreVerb = 'store.back-up' | 'store.restore'

const file = { name: 'file', summary: 'the file of the backup' }

/** A backup takes everything out of the store, so it is recorded first, and the record is in the backup. */
const backup = command({
  name: 'backup',
  summary: 'Write everything into one file',
  description: 'Rows and files, at one moment. The file holds personal data: keep it as safely as the store itself.',
  needs: 'application',
  arguments: [file],
  run: async ({ words: [path = ''] }, io, app: Application) => {
    const recorded = await act(app.context(), { verb: 'store.back-up', subject: { kind: 'backup', id: path } }, async () => ok(undefined))
    if (!recorded.ok) return recorded
    io.progress(`Writing ${path}`)
    return answer(`Wrote ${path}`, await backupTo(app.database, app.files, path))
  },
})

const restore = command({
  name: 'restore',
  summary: 'Bring a backup into an empty store',
  description: 'Whole or not at all. The store must be empty: give DATA_DIR a new folder, or DATABASE_URL a new database, and EXAMPLE=none.',
  needs: 'application',
  arguments: [file],
  run: async ({ words: [path = ''] }, io, app: Application) => {
    io.progress(`Reading ${path}`)
    const restored = await restoreFrom(app.database, app.files, path)
    if (!restored.ok) return restored
    const recorded = await act(app.context(), { verb: 'store.restore', subject: { kind: 'backup', id: path } }, async (tx) =>
      ok(await markPublished(tx)),
    )
    return recorded.ok ? answer(`Restored ${path}`, restored) : recorded
  },
})

function answer(done: string, summary: Outcome<BackupSummary>): Outcome<CommandAnswer> {
  if (!summary.ok) return summary
  const { tables, rows, files } = summary.value
  return ok({ text: `${done}: ${rows} rows of ${tables} tables, ${files} files.`, json: summary.value })
}

export const backupCommands: readonly Command<Application>[] = [backup, restore]
