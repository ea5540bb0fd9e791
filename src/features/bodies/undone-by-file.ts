import type { Fault } from '#core/outcome.ts'
import { subjectsOfDeeds } from '#access/audit/subjects-of-deeds.ts'
import type { Reader } from '#platform/database/database.ts'
import { loadAgain, loadedFields, type LoadedFields } from '#platform/files/since-loaded.ts'
import { hyphenated } from '#platform/files/yaml-keys.ts'
import type { Body } from './body.ts'
import { keptAsLoaded } from './store.ts'

/** What an officer changes of a body on its pages. */
const changedHere: readonly (keyof Body)[] = ['members', 'termsOfReference']

export interface BodiesAgain {
  /** What the files would undo of what was done here since they were loaded. */
  readonly undone: readonly Fault[]
  /** What to keep as loaded, by address word, once they are saved. */
  readonly loaded: ReadonlyMap<string, LoadedFields>
}

/** Holds bodies from files beside those that are kept. A correction is of one edition, and compared with nothing. */
export async function bodiesAgain(reader: Reader, kept: readonly Body[], given: readonly Body[]): Promise<BodiesAgain> {
  const before = await fieldsAsLoaded(reader, kept)
  const standing = new Map(kept.map((body) => [body.slug, body]))
  const each = given.map((body) => {
    const now = standing.get(body.slug)
    const again = now === undefined ? undefined : loadAgain(withoutCorrection(body), withoutCorrection(now), before.get(body.slug) ?? null)
    return { slug: body.slug, undone: again?.undone ?? [], loaded: again?.loaded ?? loadedFields(withoutCorrection(body)) }
  })
  return {
    undone: each.flatMap(({ slug, undone }) => undone.map((field) => ({ field: `${slug}: ${hyphenated(field)}`, message: undoneWords }))),
    loaded: new Map(each.map(({ slug, loaded }) => [slug, loaded])),
  }
}

const undoneWords = 'This was changed here since the body was loaded, and the file says something else. Give it as it stands here (`export bodies` writes it), or change it on its page.'

/** Of a body that an older build loaded, what stands is what was loaded, but for what its officers may have changed. */
async function fieldsAsLoaded(reader: Reader, kept: readonly Body[]): Promise<ReadonlyMap<string, LoadedFields>> {
  const loaded = await keptAsLoaded(reader)
  const unknown = kept.filter(({ slug }) => (loaded.get(slug) ?? null) === null)
  const edited = unknown.length === 0 ? new Set<string>() : await subjectsOfDeeds(reader, 'bodies.edit-members', 'body')
  return new Map(
    kept.map((body) => {
      const fields = loaded.get(body.slug)
      if (fields !== undefined && fields !== null) return [body.slug, fields]
      const standing = Object.entries(loadedFields(withoutCorrection(body)))
      return [body.slug, Object.fromEntries(standing.filter(([field]) => !edited.has(body.slug) || !changedHere.some((one) => one === field)))]
    }),
  )
}

function withoutCorrection({ correction: _correction, ...body }: Body): Omit<Body, 'correction'> {
  return body
}
