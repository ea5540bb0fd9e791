import { editDistance } from '#core/edit-distance.ts'
import type { Fault } from '#core/outcome.ts'
import { settings } from './settings.ts'

/** Beginnings that only our settings have; the rest of the environment is other programs' business. */
const ours = ['OIDC_', 'SMTP_', 'DATABASE_', 'EXAMPLE_', 'GOLDEN_']
const known = Object.keys(settings)

/** Faults for settings that look like ours and are not: a wrong name would otherwise be passed over in silence. */
export function unknownSettings(environment: Readonly<Record<string, string | undefined>>): Fault[] {
  return Object.keys(environment)
    .filter((name) => !known.includes(name))
    .sort()
    .flatMap((name) => {
      const meant = known.find((setting) => isSlipOf(name, setting))
      if (meant !== undefined) return [{ field: name, message: `There is no setting of this name. Did you mean ${meant}?` }]
      if (!ours.some((beginning) => name.startsWith(beginning))) return []
      return [{ field: name, message: `There is no setting of this name. The settings are ${known.join(', ')}` }]
    })
}

/** PORT, HOST and TODAY: so short that other programs' words (POST, PORTS, HOSTS) lie a letter away. */
const shortName = 5
const longName = 12

/**
 * Whether a name is one of ours mistyped: in small letters or without its underscores (`DATADIR`, `secret_key`), with one
 * slip, or two in a long name. In a short name only a letter struck twice or two swapped are taken for a slip.
 */
function isSlipOf(name: string, setting: string): boolean {
  const slips = editDistance(name, setting)
  if (setting.length <= shortName) return slips === 1 && (struckOnce(name) === setting || sorted(name) === sorted(setting))
  return bare(name) === bare(setting) || slips <= (setting.length >= longName ? 2 : 1)
}

function bare(name: string): string {
  return name.replaceAll(/[_-]/g, '').toUpperCase()
}

function struckOnce(name: string): string {
  return name.replaceAll(/(.)\1/g, '$1')
}

function sorted(name: string): string {
  return Array.from(name).sort().join('')
}
