import type { Fault } from '#core/outcome.ts'
import { settings } from './settings.ts'

/** Beginnings that only our settings have; the rest of the environment is other programs' business. */
const ours = ['OIDC_', 'SMTP_', 'DATABASE_', 'EXAMPLE_', 'GOLDEN_']

/** Faults for settings that look like ours and are not: a wrong name would otherwise be passed over in silence. */
export function unknownSettings(environment: Readonly<Record<string, string | undefined>>): Fault[] {
  const known = Object.keys(settings)
  return Object.keys(environment)
    .filter((name) => !known.includes(name) && (ours.some((beginning) => name.startsWith(beginning)) || isSlipOf(name, known)))
    .sort()
    .map((name) => ({ field: name, message: `There is no setting of this name. The settings are ${known.join(', ')}` }))
}

/** A long name of ours written in small letters or without its underscores, e.g. `DATADIR`, `secret_key`. */
function isSlipOf(name: string, known: readonly string[]): boolean {
  const bare = (text: string) => text.replaceAll(/[_-]/g, '').toUpperCase()
  return known.some((setting) => setting.length > 6 && bare(setting) === bare(name))
}
