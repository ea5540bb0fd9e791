import { oneToFive, oneToFiveBothSides, type DisclosurePolicy } from '#core/suppression/policy.ts'
import type { Definition } from '../definitions/definition.ts'
import type { Unit } from '../definitions/units.ts'
import type { Role } from '../sheets/sheet.ts'

/** Whose counts are shown to the nearest ten, as the Department shows them; a council's are not rounded. */
const rounded: readonly Role[] = ['england', 'region']

/** Units of which the value itself is a number of children. */
const countsChildren: readonly Unit[] = ['count']

/** Units whose numerator is a number of children; of the others it is money, or time in all. */
const countedOf: readonly Unit[] = ['count', 'percent', 'rate', 'ratio']

const policies: Readonly<Record<Definition['policy'], DisclosurePolicy | undefined>> = { 'one-to-five': oneToFive, 'one-to-five-v2': oneToFiveBothSides, none: undefined }

/** The rule by which small counts of a measure are hidden; none of one that is exempt, which its definition gives a reason for. */
export function policyOf({ policy }: Pick<Definition, 'policy'>): DisclosurePolicy | undefined {
  return policies[policy]
}

/** The names of the rules of these measures as they are printed and kept with a release: `one-to-five v1`. */
export function policyNames(definitions: readonly Pick<Definition, 'policy'>[]): string {
  const used = new Set(definitions.map((definition) => policyOf(definition) ?? oneToFive))
  return [oneToFive, oneToFiveBothSides].filter((policy) => used.has(policy)).map(({ name, version }) => `${name} v${version}`).join(' and ')
}

/** Whether counts of these are shown to the nearest ten. */
export function isRounded(role: Role, { policy }: Pick<Definition, 'policy'>): boolean {
  return policy !== 'none' && rounded.includes(role)
}

/** To the nearest ten, half of it upwards. */
export function toNearestTen(count: number): number {
  return Math.round(count / 10) * 10
}

/** Between which counts one lies that is shown to the nearest ten. Small ones are hidden, so that only nought is shown as nought. */
export function behindNearestTen(shown: number): { readonly lowest: number; readonly highest: number } {
  return shown === 0 ? { lowest: 0, highest: 0 } : { lowest: Math.max(shown - 5, oneToFive.largest + 1), highest: shown + 4 }
}

/** The parts of a point that may be numbers of children. */
export type Field = 'value' | 'numerator' | 'denominator'

/** Which parts of a measure's points are numbers of children; a count that is given with decimals is one where it is whole. */
export function countedFields({ unit }: Pick<Definition, 'unit'>): readonly Field[] {
  return [
    ...(countsChildren.includes(unit) ? (['value'] as const) : []),
    ...(countedOf.includes(unit) ? (['numerator'] as const) : []),
    'denominator',
  ]
}
