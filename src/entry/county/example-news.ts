import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { fingerprintOf } from '#access/audit/files-in-audit.ts'
import { loadsRecorded } from '#access/audit/loads-recorded.ts'
import type { Importer } from '#platform/command/transfer.ts'
import type { CountyApp } from './county-importer.ts'
import { exampleFiles } from './load-example.ts'

/** What the example of this build has beyond what an older build loaded into the store: the words of the imports. */
export interface ExampleNews {
  /** Kinds of which nothing was ever loaded. */
  readonly missing: readonly string[]
  /** Kinds that were loaded in another form. */
  readonly changed: readonly string[]
}

/** Compares the example's files with what the audit says was loaded; what was tried and refused here is no news. */
export async function exampleNews<App extends CountyApp>(app: App, importers: readonly Importer<App>[], name: string): Promise<Outcome<ExampleNews>> {
  const fingerprints: (readonly [what: string, fingerprint: string])[] = []
  for (const importer of importers.filter(({ inExample }) => inExample.length > 0)) {
    const files = await exampleFiles(importer, name)
    if (!files.ok) return files
    fingerprints.push([importer.what, fingerprintOf(files.value)])
  }
  return look(app.context(), { verb: 'example.load', subject: { kind: 'example', id: name } }, async (reader) => {
    const recorded = (await loadsRecorded(reader, fingerprints)).filter(({ isThis }) => !isThis)
    const named = (isKnown: boolean) => [...new Set(recorded.flatMap((one) => (one.isKnown === isKnown ? [one.what] : [])))]
    return ok({ missing: named(false), changed: named(true) })
  })
}

/** One line for whoever starts the site; nothing where the store has all of it. */
export function newsLine({ missing, changed }: ExampleNews): string | undefined {
  if (missing.length + changed.length === 0) return undefined
  const facts = [...(missing.length > 0 ? [`${missing.join(', ')} not loaded yet`] : []), ...(changed.length > 0 ? [`${changed.join(', ')} changed since`] : [])]
  return `An older build loaded the example in this store (${facts.join('; ')}). To bring it up to date, and leave what was worked on: npx golden-thread example load`
}
