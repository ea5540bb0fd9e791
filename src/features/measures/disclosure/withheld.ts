import { given } from '#core/given.ts'
import type { SheetPoint } from '../sheets/sheet.ts'
import { countedFields, isRounded, toNearestTen, type Field } from './policies.ts'
import { numbersTold } from './numbers-told.ts'
import type { Definition } from '../definitions/definition.ts'
import type { Role } from '../sheets/sheet.ts'

/**
 * A point without anything that would tell its figure. Everybody reads only that it is hidden: who knew which hidden counts are small and which are not could work
 * them out, as ten in two small counts are five and five.
 */
export function withheld({ period, status, note, revision, target, brokenHere }: SheetPoint): SheetPoint {
  return {
    period,
    status,
    confidentiality: 'hidden',
    ...given('note', note === undefined || numbersTold(note).length > 0 ? undefined : note),
    ...given('revision', revision),
    ...given('target', target),
    ...given('brokenHere', brokenHere),
  }
}

/** Words of a change that give no number, and by which what stood before can be reckoned all the same. */
const saysHowMuch = /\b(?:another|doubl\w*|halv\w*|brothers?|sisters?|siblings?|twins?)\b/i

/** A point without what stood before its revision, and with why it was revised where that says nothing of how many: a number in it may be what stood before, a part of it, or what was added. */
export function reasonAlone({ before, ...rest }: SheetPoint): SheetPoint {
  if (before === undefined || before.reason === '') return rest
  const isSafe = numbersTold(before.reason).length === 0 && !saysHowMuch.test(before.reason)
  return isSafe ? { ...rest, before: { status: before.status, reason: before.reason } } : rest
}

/** A point as it is shown: counts of England and of regions to the nearest ten, and then without the limits from which the count itself could be found again. */
export function roundedPoint(point: SheetPoint, role: Role, definition: Definition): SheetPoint {
  if (!isRounded(role, definition)) return point
  const isCount = (field: Field) => field !== 'value' || definition.decimals === 0 || Number.isSafeInteger(point.value)
  const fields = countedFields(definition).filter((field) => point[field] !== undefined && isCount(field))
  if (fields.every((field) => toNearestTen(point[field] ?? 0) === point[field])) return point
  const { interval: _interval, before: _before, ...rest } = point
  return { ...rest, ...Object.fromEntries(fields.map((field) => [field, toNearestTen(point[field] ?? 0)])) }
}
