import { given } from '#core/given.ts'
import type { SheetPoint } from '../sheets/sheet.ts'
import { countedFields, isRounded, toNearestTen, type Field } from './policies.ts'
import { numbersTold } from './numbers-told.ts'
import type { HiddenFigure } from './protected-sheets.ts'
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

/**
 * A point without what stood before its revision, and with why it was revised where that tells no hidden number, nor what stood before, nor by how much that changed. Of a point that is rounded no number in a reason
 * is safe.
 */
export function reasonAlone(point: SheetPoint, { role, definition, hidden }: { readonly role: Role; readonly definition: Definition; readonly hidden: readonly HiddenFigure[] }): SheetPoint {
  const { before, ...rest } = point
  if (before === undefined || before.reason === '') return rest
  const told = numbersTold(before.reason).map(({ number }) => number)
  const isSafe = isRounded(role, definition) ? told.length === 0 : !told.some((number) => untold(point, definition, hidden).includes(number))
  return isSafe ? { ...rest, before: { status: before.status, reason: before.reason } } : rest
}

/** The numbers that a reason must not tell. What stood before is nothing to hide where it is what stands. */
function untold({ value, before }: SheetPoint, { decimals }: Definition, hidden: readonly HiddenFigure[]): readonly number[] {
  const was = before?.value
  const changed = was === undefined || was === value ? [] : [was, Math.abs(was - (value ?? 0))]
  return [...hidden.flatMap(({ numbers }) => numbers), ...changed.map((number) => Number(number.toFixed(decimals)))]
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
