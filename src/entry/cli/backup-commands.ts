import { resolve } from 'node:path'
import { countOf } from '#core/count-in-words.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import { command, type Command, type CommandAnswer } from '#platform/command/command.ts'
import { backupTo, type BackupSummary } from '#platform/database/backup/back-up.ts'
import { restoreFrom } from '#platform/database/backup/restore.ts'
import { markPublished } from '#platform/http/publication.ts'
import type { Application } from '../application.ts'
import { fileReferences } from '../features.ts'

/** What may be done with the store as a whole; `entry/roles.ts` says who may. */
export type StoreVerb = 'store.back-up' | 'store.restore' | 'store.clear-files'

const file = { name: 'file', summary: 'the file of the backup' }

/** A backup takes everything out of the store, so it is recorded first, and the record is in the backup. */
const backup = command({
  name: 'backup',
  summary: 'Write everything into one file',
  description: 'Rows and files, at one moment. The file holds personal data: keep it as safely as the store itself.',
  needs: 'application',
  arguments: [file],
  options: { 'despite-damage': { type: 'boolean', default: false, summary: 'write it without the files that are missing or damaged, and name them' } },
  run: async ({ words: [name = ''], options }, io, app: Application) => {
    const path = resolve(io.folder, name)
    const recorded = await act(app.context(), { verb: 'store.back-up', subject: { kind: 'backup', id: 'store' } }, async () => ok(undefined))
    if (!recorded.ok) return recorded
    io.progress(`Writing ${path}`)
    const written = await backupTo(app.database, app.files, path, { references: fileReferences, despiteDamage: options['despite-damage'] })
    if (!written.ok) return written
    const { missing, damaged } = written.value.damage
    const lost = [...missing.map((checksum) => `Missing: ${checksum}`), ...damaged.map((checksum) => `Damaged: ${checksum}`)]
    return ok({ ...summaryOf(`Wrote ${name}`, written.value, lost), foundFault: lost.length > 0 })
  },
})

const restore = command({
  name: 'restore',
  summary: 'Bring a backup into an empty store',
  description:
    'Whole or not at all. The store must be empty: give DATA_DIR a new folder, or DATABASE_URL a new database, and EXAMPLE=none. Where it was stopped, run it again: until it has ended, every other command is refused there.',
  needs: 'application',
  alone: true,
  restores: true,
  arguments: [file],
  run: async ({ words: [name = ''] }, io, app: Application) => {
    const path = resolve(io.folder, name)
    io.progress(`Reading ${path}`)
    const restored = await restoreFrom(app.database, app.files, path)
    if (!restored.ok) return restored
    const recorded = await act(app.context(), { verb: 'store.restore', subject: { kind: 'backup', id: 'store' } }, async (tx) =>
      ok(await markPublished(tx)),
    )
    return recorded.ok ? ok(summaryOf(`Restored ${name}`, restored.value)) : recorded
  },
})

function summaryOf(done: string, summary: BackupSummary, more: readonly string[] = []): CommandAnswer {
  const { tables, rows, files } = summary
  return { text: [`${done}: ${countOf(rows, 'rows')} of ${countOf(tables, 'tables')}, ${countOf(files, 'files')}.`, ...more].join('\n'), json: summary }
}

export const backupCommands: readonly Command<Application>[] = [backup, restore]
