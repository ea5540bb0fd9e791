import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { makeClock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import { refuseUnrestored } from '#platform/database/backup/restore-mark.ts'
import { migrate } from '#platform/database/migrate.ts'
import { storeTrouble } from '#platform/database/sql-errors.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import type { Database } from '#platform/database/database.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { warmTypesetter } from '#platform/documents/typst/warm-typesetter.ts'
import { openContentStore } from '#platform/files/content-store.ts'
import type { Log } from '#platform/log/log.ts'
import type { Application } from './application.ts'
import { makeBackground, type Background } from './background.ts'
import { knowCounty } from './county/known-county.ts'
import { followAgendas, quotedFigures } from './features.ts'
import { migrations } from './migrations.ts'
import { may, rolesThatMay } from './roles.ts'

/**
 * The map of the product: settings → database → what every door is handed. The features come in by `features.ts`, what each role may do by
 * `roles.ts`, the schema by `migrations.ts`; the doors are `cli/`, `web/` and `jobs/`.
 */
export async function openApplication(
  config: Config,
  log: Log,
  progress: (line: string) => void = () => undefined,
  { restores }: { readonly restores: boolean } = { restores: false },
): Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>> {
  progress(openingWords(config))
  const opened = await openDatabase(placeOf(config))
  if (!opened.ok) return opened
  const database = opened.value
  try {
    const prepared = await prepare(database, progress, restores)
    if (prepared.ok) {
      const background = makeBackground(log)
      const typesetter = warmTypesetter()
      const app = await assemble(config, log, database, prepared.value, { background, typeset: typesetter.typeset })
      const close = async () => {
        await background.ended()
        await typesetter.close()
        await database.close()
      }
      return ok({ app, close })
    }
    await database.close()
    return prepared
  } catch (problem) {
    await database.close()
    const trouble = storeTrouble(problem)
    if (trouble !== undefined) return trouble
    throw problem
  }
}

/** Brings the schema up to date and answers with the steps that were run; refused where a restore has not ended, unless the store is opened for one. */
async function prepare(database: Database, progress: (line: string) => void, restores: boolean): Promise<Outcome<readonly string[]>> {
  const migrated = await migrate(database, migrations, (done, of) => progress(`Preparing the store: ${done} of ${of} steps done`))
  if (!migrated.ok) return migrated
  return (restores ? undefined : await refuseUnrestored(database)) ?? ok(migrated.value.applied)
}

/** The product on a database that is open and up to date. */
export async function assemble(
  config: Config,
  log: Log,
  database: Database,
  migrated: readonly string[],
  { background, typeset }: { readonly background: Background; readonly typeset: Typesetter },
): Promise<Application> {
  const county = await knowCounty(database)
  const clock = makeClock({ setting: config.today, example: () => (config.production ? undefined : county.current()?.example?.today) })
  const contextOf: Application['contextOf'] = (actor, door, requestId, key) => ({
    database,
    actor,
    door,
    may,
    rolesThatMay,
    today: clock.today(),
    ...given('requestId', requestId),
    ...given('key', key),
  })
  return {
    config,
    log,
    clock,
    now: clock.now,
    origin: originOf(config),
    database,
    migrated,
    files: openContentStore(join(config.dataDir, 'files')),
    typeset,
    county,
    context: () => contextOf({ kind: 'operator', name: userInfo().username }, 'cli'),
    contextOf,
    council: async () => county.current()?.county ?? unnamedCouncil,
    countyChanged: county.refresh,
    followAgendas,
    quotedFigures,
    background: background.begin,
  }
}

/** Every row carries its council; one store of ours holds one. */
const council = 'council'

function placeOf({ database, dataDir }: Config): Parameters<typeof openDatabase>[0] {
  if (database.kind === 'embedded') return { kind: 'embedded', folder: join(dataDir, 'database'), council }
  return { ...database, council }
}

function openingWords({ database, dataDir }: Config): string {
  if (database.kind === 'server') return 'Reaching the database'
  return existsSync(join(dataDir, 'database', 'cluster')) ? `Opening the store in ${dataDir}` : `Making the store in ${dataDir}; this happens once`
}

function originOf({ publicOrigin, host, port }: Config): string {
  if (publicOrigin !== undefined) return publicOrigin
  const near = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${near.includes(':') ? `[${near}]` : near}:${port}`
}

/** Until the council's own facts are loaded. */
const unnamedCouncil = {
  name: 'The council',
  alternativeFormats: 'Ask the council for this document in large print, as a recording or in another form.',
}
