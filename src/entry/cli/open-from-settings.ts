import type { Outcome } from '#core/outcome.ts'
import { readConfig } from '#platform/config/config.ts'
import type { Application } from '../application.ts'
import { handToSite, type HandedLine, type Speaker } from './running-site.ts'

/** The product as the environment's settings ask for it. What it is made of is loaded only when a command needs it. */
export async function openFromSettings(progress: (line: string) => void, purpose?: { readonly restores: boolean }): Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>> {
  const config = readConfig(process.env)
  if (!config.ok) return config
  const [{ openApplication }, { makeLog }] = await Promise.all([import('../app.ts'), import('#platform/log/log.ts')])
  return openApplication(config.value, makeLog({ production: config.value.production }), progress, purpose)
}

/** Hands a line to the site that runs on the embedded store of the settings; undefined where there is none. */
export async function handOver(line: HandedLine, speaker: Speaker): Promise<number | undefined> {
  const config = readConfig(process.env)
  if (!config.ok || config.value.database.kind !== 'embedded') return undefined
  return handToSite(config.value.dataDir, line, speaker)
}

/** Writes the cause of a defect to standard error, as the log does at a terminal; standard output is the command's own. */
export async function logFailure(err: unknown, requestId: string): Promise<void> {
  const { makeLog } = await import('#platform/log/log.ts')
  makeLog({ production: false }).error({ err, requestId }, 'the command failed')
}
