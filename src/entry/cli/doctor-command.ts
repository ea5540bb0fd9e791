import { ok, type Outcome } from '#core/outcome.ts'
import { command, type Command } from '#platform/command/command.ts'
import { readConfig, type Config } from '#platform/config/config.ts'
import type { Application } from '../application.ts'
import { checkDataFolder, checkDiskSpace, checkNode, checkSettings, checkTypesetter, type Finding } from '../health-checks.ts'
import { fileReferences } from '../features.ts'
import { readinessOf } from '../readiness.ts'
import { checkStore } from '../store-checks.ts'

/** `doctor`: looks at everything that the product stands on, and says for each what to do. */
export function doctorCommand(open: () => Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>>): Command<unknown> {
  return command({
    name: 'doctor',
    summary: 'Check everything that Golden Thread stands on',
    description: 'Ends with 1 where something must be put right. While the site runs on an embedded database, it is asked whether it is ready.',
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
          ...(await checkDatabase(config.value, open)),
        )
      }
      return ok({ text: findings.map(findingLine).join('\n'), json: { findings }, foundFault: findings.some((finding) => finding.state === 'wrong') })
    },
  })
}

async function checkDatabase(
  config: Config,
  open: () => Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>>,
): Promise<readonly Finding[]> {
  const what = config.database.kind === 'embedded' ? 'database (embedded)' : 'database (server)'
  try {
    const opened = await open()
    if (!opened.ok) {
      if (await isServing(config)) return [{ what, state: 'right', found: 'open in the site that is running, which says that it is ready' }]
      return [{ what, state: 'wrong', found: 'could not be opened', advice: opened.refusal.message }]
    }
    const readiness = await readinessOf(opened.value.app)
    const kept = await checkStore(opened.value.app, fileReferences)
    await opened.value.close()
    const database: Finding = readiness.ready
      ? { what, state: 'right', found: 'reached, all migrations run' }
      : { what, state: 'wrong', found: 'not ready', advice: readiness.waitingFor }
    return [database, ...kept]
  } catch (problem) {
    return [{ what, state: 'wrong', found: 'failed', advice: problem instanceof Error ? problem.message : String(problem) }]
  }
}

/** An embedded database is open in one process; where that is the running site, the site is asked. */
async function isServing({ host, port }: Config): Promise<boolean> {
  const near = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const answer = await fetch(`http://${near.includes(':') ? `[${near}]` : near}:${port}/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
    () => undefined,
  )
  return answer?.ok === true
}

function findingLine({ what, state, found, advice }: Finding): string {
  return `${state === 'right' ? 'right' : 'WRONG'}  ${what}: ${found}${advice === undefined ? '' : `\n       ${advice}`}`
}
