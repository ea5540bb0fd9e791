import { parsePeriod } from '#core/periods/period.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import type { Definition, Target } from './definition.ts'
import { daysOf } from './target-days.ts'

/** What cannot be so of targets: no such period, an end before the beginning, two of the same giver at one time, one where neither side is better. */
export function targetFaults({ targets, polarity }: Definition): FieldFault[] {
  const faults = targets.flatMap((target, place) => [...periodFaults(target, place), ...orderFaults(target, place), ...overlapFaults(targets, place)])
  return polarity === 'neither' && targets.length > 0 ? [{ field: 'targets', message: 'Where neither side is better there is nothing to reach. Take the targets out, or say which side is better.' }, ...faults] : faults
}

function periodFaults({ from, to }: Target, place: number): FieldFault[] {
  const named = [['from', from] as const, ...(to === undefined ? [] : [['to', to] as const])]
  return named.filter(([, period]) => parsePeriod(period) === undefined).map(([field, found]) => ({ field: `targets[${place + 1}].${field}`, found, message: 'There is no such period. Give one such as 2019-20-q1 or 2019-20.' }))
}

function orderFaults(target: Target, place: number): FieldFault[] {
  const { from, to } = daysOf(target)
  return from !== undefined && to !== undefined && to < from ? [{ field: `targets[${place + 1}].to`, found: target.to ?? '', message: 'This is before the period from which the target holds.' }] : []
}

function overlapFaults(targets: readonly Target[], place: number): FieldFault[] {
  const target = targets[place]
  const isAtOnce = target !== undefined && targets.slice(0, place).some((other) => other.whose === target.whose && meet(daysOf(other), daysOf(target)))
  return isAtOnce ? [{ field: `targets[${place + 1}].from`, found: target.from, message: `Another target of the same giver (${target.whose}) holds at this time. Give the earlier one an end in \`to\`.` }] : []
}

function meet(one: ReturnType<typeof daysOf>, other: ReturnType<typeof daysOf>): boolean {
  if (one.from === undefined || other.from === undefined) return false
  return one.from <= (other.to ?? '9999-12-31') && other.from <= (one.to ?? '9999-12-31')
}
