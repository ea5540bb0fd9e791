import { sql } from 'kysely'
import { given } from '#core/given.ts'
import { ok } from '#core/outcome.ts'
import { act } from '#access/act.ts'
import type { Exporter } from '#platform/command/transfer.ts'
import type { Reader } from '#platform/database/database.ts'
import { writeYaml } from '#platform/files/yaml-file.ts'
import type { MeetingsApp } from '#features/meetings'
import type { DraftHeading, KeptRelease, ReleaseDraft } from '../model/release-draft.ts'
import { loadedReleases, nameOf } from '../store/read-releases.ts'
import type { PublishedReleaseTables, ReleaseDocument } from '../tables.ts'
import { momentInFile, type SaidRelease } from './said-release.ts'

/** Releases as files have them: what is published, in its newest version, and what waits for its moment. What is still put together is in none. Three queries. */
export async function exportedReleases(reader: Reader): Promise<readonly SaidRelease[]> {
  const versions = await versionsPublished(reader)
  const headings = await headingsPublished(reader)
  const all = [...(await loadedReleases(reader))].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return all.flatMap(([, { kept }]) => {
    const own = versions.get(nameOf(kept)) ?? []
    return own.length === 0 ? (heldOf(kept) ?? []) : publishedOf(kept, own, headings.get(nameOf(kept)) ?? [])
  })
}

interface Version {
  readonly published_at: Date
  readonly note: string
  readonly document: ReleaseDocument
}

function publishedOf(kept: KeptRelease, versions: readonly Version[], headings: readonly DraftHeading[]): readonly SaidRelease[] {
  const [first] = versions
  const last = versions.at(-1)
  if (first === undefined || last === undefined) return []
  const { title, rankings, approvedBy, approvedOn } = last.document
  const said = { title, headings, rankings, ...exampleOf(kept.draft) }
  return [{ ...saidWith(kept, said, { by: approvedBy, on: approvedOn as SaidRelease['approved']['on'] }, first.published_at), versions: versions.slice(1).map(({ published_at, note }) => ({ published: momentInFile(published_at), note })) }]
}

/** A first version that waits for its moment. */
function heldOf(kept: KeptRelease): SaidRelease | undefined {
  const { standing, draft } = kept
  return standing.state === 'embargoed' ? saidWith(kept, draft, standing.approved, new Date(standing.until)) : undefined
}

function saidWith({ body, period }: KeptRelease, draft: ReleaseDraft, approved: SaidRelease['approved'], published: Date): SaidRelease {
  const { title, headings, rankings } = draft
  return { body, period, title, headings: headings.map(({ heading, measures }) => ({ heading, measures: [...measures] })), rankings: [...rankings], approved, published: momentInFile(published), versions: [], ...exampleOf(draft) }
}

function exampleOf({ invented, sourceOfExample }: ReleaseDraft): Pick<ReleaseDraft, 'invented' | 'sourceOfExample'> {
  return { ...given('invented', invented), ...given('sourceOfExample', sourceOfExample) }
}

async function versionsPublished(reader: Reader): Promise<ReadonlyMap<string, readonly Version[]>> {
  const rows = await reader.tables<PublishedReleaseTables>().selectFrom('published.releases as out').select(['out.body', 'out.period', 'out.published_at', 'out.note', 'out.document']).orderBy('out.version').execute()
  return Map.groupBy(rows, nameOf)
}

/** The parts of the newest version of each release with the measures in them. */
async function headingsPublished(reader: Reader): Promise<ReadonlyMap<string, readonly DraftHeading[]>> {
  const rows = await reader
    .tables<PublishedReleaseTables>()
    .selectFrom('published.release_measures as entry')
    .select(['entry.body', 'entry.period', 'entry.measure', sql<string>`entry.document ->> 'heading'`.as('heading')])
    .where('entry.version', '=', (inner) => inner.selectFrom('published.releases as out').select((one) => one.fn.max('out.version').as('last')).whereRef('out.body', '=', 'entry.body').whereRef('out.period', '=', 'entry.period'))
    .orderBy('entry.position')
    .execute()
  return new Map([...Map.groupBy(rows, nameOf)].map(([name, own]) => [name, [...Map.groupBy(own, ({ heading }) => heading)].map(([heading, within]) => ({ heading, measures: within.map(({ measure }) => measure) }))]))
}

export const releasesExporter: Exporter<Pick<MeetingsApp, 'context'>> = {
  what: 'releases',
  summary: 'YAML that the import reads again: the releases that are published, and those that wait for their moment',
  write: (app) =>
    act(app.context(), { verb: 'releases.export', subject: { kind: 'releases', id: 'all' } }, async (tx) => {
      const releases = await exportedReleases(tx.reader)
      return ok(releases.map((said) => ({ name: `releases/${said.body}-${said.period}.yaml`, body: writeYaml([said]) })))
    }),
}
