import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import { readConfig, type Config } from '#platform/config/config.ts'
import type { Application } from '../application.ts'
import { checkDataFolder, checkDiskSpace, checkNode, checkSettings, checkTypesetter, type Finding } from '../health-checks.ts'
import { copyReferences, fileReferences } from '../features.ts'
import { readinessOf } from '../readiness.ts'
import { checkStore } from '../store-checks.ts'
import { handToSite } from './running-site.ts'

type Open = (progress: (line: string) => void) => Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>>

/** `doctor`: looks at everything that the product stands on, and says for each what to do. */
export function doctorCommand(open: Open): Command<unknown> {
  return command({
    name: 'doctor',
    summary: 'Check everything that Golden Thread stands on',
    description: 'Ends with 1 where something must be put right. While the site runs on an embedded database, it is asked to look at it.',
    needs: 'nothing',
    run: async (_input, io) => {
      const config = readConfig(process.env)
      const findings = [checkNode(), checkSettings(config)]
      if (config.ok) {
        io.progress('Looking at the data folder, the typesetter and the database')
        findings.push(
          await checkDataFolder(config.value),
          await checkDiskSpace(config.value),
          await checkTypesetter(),
          ...(await checkDatabase(config.value, open, io.progress)),
        )
      }
      return ok({ text: findings.map(findingLine).join('\n'), json: { findings }, foundFault: findings.some((finding) => finding.state === 'wrong') })
    },
  })
}

async function checkDatabase(config: Config, open: Open, progress: (line: string) => void): Promise<readonly Finding[]> {
  const what = databaseName(config)
  try {
    const opened = await open(progress)
    if (!opened.ok) {
      return (await askSite(config)) ?? [{ what, state: 'wrong', found: 'could not be opened', advice: opened.refusal.message }]
    }
    try {
      return await storeFindings(opened.value.app)
    } finally {
      await opened.value.close()
    }
  } catch (problem) {
    return [{ what, state: 'wrong', found: 'failed', advice: problem instanceof Error ? problem.message : String(problem) }]
  }
}

async function storeFindings(app: Application): Promise<readonly Finding[]> {
  const readiness = await readinessOf(app)
  const what = databaseName(app.config)
  const database: Finding = readiness.ready
    ? { what, state: 'right', found: 'reached, all migrations run' }
    : { what, state: 'wrong', found: 'not ready', advice: readiness.waitingFor }
  return [database, ...(await checkStore(app, fileReferences, copyReferences))]
}

function databaseName({ database }: Config): string {
  return database.kind === 'embedded' ? 'database (embedded)' : 'database (server)'
}

/** The part of `doctor` that a site answers of the store that it holds. */
export const storeDoctorCommand: Command<Application> = command({
  name: 'doctor',
  summary: 'Check the store that this site holds',
  needs: 'application',
  run: async (_input, _io, app: Application) => ok({ text: '', json: { findings: await storeFindings(app) } }),
})

const handedFindings = z.object({ findings: z.array(z.object({ what: z.string(), state: z.enum(['right', 'wrong']), found: z.string(), advice: z.string().optional() })) })

/** An embedded database is open in one process; where that is the running site, the site looks itself, whatever port it listens on. */
async function askSite({ database, dataDir }: Config): Promise<readonly Finding[] | undefined> {
  if (database.kind !== 'embedded') return undefined
  let said = ''
  const code = await handToSite(dataDir, { typed: ['doctor', '--json'], folder: process.cwd() }, { out: (text) => (said += text), err: () => undefined })
  if (code !== 0) return undefined
  const { findings } = handedFindings.parse(JSON.parse(said))
  return findings.map(({ what, state, found, advice }) => ({ what, state, found: `${found} (asked of the site that is running)`, ...given('advice', advice) }))
}

function findingLine({ what, state, found, advice }: Finding): string {
  return `${state === 'right' ? 'right' : 'WRONG'}  ${what}: ${found}${advice === undefined ? '' : `\n       ${advice}`}`
}
