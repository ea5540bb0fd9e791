import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import { readBodiesFiles, type NamedText } from './read-bodies-file.ts'
import { holdBodies, keepAsLoaded, keptBodies, publishBodies, saveBodies } from './store.ts'
import { bodiesAgain } from './undone-by-file.ts'
import { vanishingMembers } from './vanishing-members.ts'

interface BodiesApp {
  context(): Context
}

/** Loads bodies from YAML files, all or none, and publishes those that changed: who sits where is public at once. Refused where a file would undo what was changed here. */
export async function importBodies(context: Context, files: readonly NamedText[]): Promise<Outcome<{ bodies: number; memberships: number; published: number }>> {
  const deed = loadingDeed('bodies.import', 'bodies', files)
  return act(context, deed, async (tx) => {
    await holdBodies(tx)
    const kept = await keptBodies(tx.reader)
    const read = readBodiesFiles(files, new Set(kept.map((body) => body.slug)))
    if (!read.ok) return read
    const again = await bodiesAgain(tx.reader, kept, read.value)
    if (again.undone.length > 0) return refuse('conflict', 'The bodies were not loaded, because they were worked on here and the file would undo that. Nothing was changed.', again.undone)
    const vanishing = vanishingMembers(kept, read.value)
    if (vanishing.length > 0) return refuse('invalid', 'The bodies were not loaded, because members would vanish. Nothing was changed.', vanishing)
    await saveBodies(tx, read.value)
    await keepAsLoaded(tx, again.loaded)
    const published = await publishBodies(tx, read.value)
    return ok({ bodies: read.value.length, memberships: read.value.reduce((sum, body) => sum + body.members.length, 0), published })
  })
}

export const bodiesImporter: Importer<BodiesApp> = {
  what: 'bodies',
  summary: 'YAML, one document a body: what it is for, whom it reports to, terms of reference, members',
  inExample: ['bodies/*.yaml'],
  load: async (files, app) => {
    const texts: NamedText[] = []
    for (const file of files) {
      const text = file.text()
      if (!text.ok) return text
      texts.push({ name: file.name, text: text.value })
    }
    return importBodies(app.context(), texts)
  },
}

export const bodiesExporter: Exporter<BodiesApp> = {
  what: 'bodies',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'bodies.export', subject: { kind: 'bodies', id: 'all' } }, async (tx) => {
      const bodies = await keptBodies(tx.reader)
      return ok(bodies.length === 0 ? [] : [{ name: 'bodies.yaml', body: writeYaml(bodies) }])
    }),
}
