import { ok, refuse } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { loadingDeed } from '#access/audit/files-in-audit.ts'
import { saveLocalSettings, settingsByRule } from '#features/rules'
import type { Exporter, Importer } from '#platform/command/transfer.ts'
import { readYaml, writeYaml } from '#platform/files/yaml-file.ts'
import { countyEntry } from './county-file.ts'
import { readCounty, saveCounty } from './county-store.ts'

/** What may be done with the council's own facts and with the example; `entry/roles.ts` says who may. */
export type CountyVerb = 'county.import' | 'county.export' | 'example.load'

export interface CountyApp {
  context(): Context
  countyChanged(): Promise<void>
}

export const countyImporter: Importer<CountyApp> = {
  what: 'county',
  summary: 'YAML, one document: the council’s name, the office to ask, other forms and languages',
  inExample: ['county.yaml'],
  load: async (files, app) => {
    const [file] = files
    if (file === undefined || files.length > 1) return refuse('invalid', 'There is one council: give one file.')
    const text = file.text()
    if (!text.ok) return text
    const read = readYaml(file.name, text.value, countyEntry)
    if (!read.ok) return read
    const [entry, ...more] = read.value
    if (entry === undefined || more.length > 0) return refuse('invalid', `There is one council: ${file.name} must hold one document.`)
    const saved = await act(app.context(), loadingDeed('county.import', 'county', files), async (tx) => {
      const { rules = [], keyDecisions = {} } = entry.value
      await saveLocalSettings(tx, { rules: settingsByRule(rules), keyDecisions })
      await saveCounty(tx, entry.value)
      return ok({ county: 1 })
    })
    await app.countyChanged()
    return saved
  },
}

/** The council's own facts. That a store holds an example is no fact of the council, and stands in no file. */
export const countyExporter: Exporter<CountyApp> = {
  what: 'county',
  summary: 'YAML that the import reads again',
  write: (app) =>
    act(app.context(), { verb: 'county.export', subject: { kind: 'county', id: 'all' } }, async (tx) => {
      const kept = await readCounty(tx.reader)
      return ok(kept === undefined ? [] : [{ name: 'county.yaml', body: writeYaml([kept.county]) }])
    }),
}
