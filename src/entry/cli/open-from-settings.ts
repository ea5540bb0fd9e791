import type { Outcome } from '#core/outcome.ts'
import { readConfig } from '#platform/config/config.ts'
import type { Application } from '../application.ts'

/** The product as the environment's settings ask for it. What it is made of is loaded only when a command needs it. */
export async function openFromSettings(): Promise<Outcome<{ readonly app: Application; readonly close: () => Promise<void> }>> {
  const config = readConfig(process.env)
  if (!config.ok) return config
  const [{ openApplication }, { makeLog }] = await Promise.all([import('../app.ts'), import('#platform/log/log.ts')])
  return openApplication(config.value, makeLog({ production: config.value.production }))
}
