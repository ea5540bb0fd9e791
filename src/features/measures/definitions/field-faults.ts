import { parsePeriod } from '#core/periods/period.ts'
import type { FieldFault } from '#platform/files/placed.ts'
import { longestWord, takenWords } from './address-word.ts'
import type { Definition } from './definition.ts'
import { saysWhatOf } from './exempt-reason.ts'
import { exampleOf, periodOf } from './frequencies.ts'
import { targetFaults } from './target-faults.ts'

/** What cannot be so of a definition by itself, by field. */
export function fieldFaults(definition: Definition): FieldFault[] {
  return [...slugFaults(definition), ...unitFaults(definition), ...intervalFaults(definition), ...periodFaults(definition), ...breakdownFaults(definition), ...policyFaults(definition), ...versionFaults(definition), ...targetFaults(definition)]
}

function slugFaults({ slug }: Definition): FieldFault[] {
  return [
    ...faultWhere(takenWords.includes(slug), 'slug', 'Another page has this word in its address. Give another, such as the name of the measure.'),
    ...faultWhere(slug.length > longestWord, 'slug', `Shorten this to ${longestWord} characters.`),
  ]
}

function unitFaults({ unit, per, range, counting, frequency }: Definition): FieldFault[] {
  return [
    ...faultWhere(unit === 'rate' && per === undefined, 'per', 'Say of how many a rate is, such as 10000.'),
    ...faultWhere(unit !== 'rate' && per !== undefined, 'per', 'Only a rate is per so many. Take this out, or give rate as the unit.'),
    ...faultWhere((range?.lowest ?? -Infinity) >= (range?.highest ?? Infinity), 'range', 'Give a highest figure above the lowest.'),
    ...faultWhere(frequency === 'snapshot' && counting !== 'snapshot', 'counting', 'What is counted on a day is a snapshot. Give snapshot, or another frequency.'),
  ]
}

/** Which intervals go with which unit: Wilson's with a share, Byar's with counts and rates, Student's with a mean, Dobson's with what is standardised by age. */
const intervalsOf = { none: undefined, wilson: ['percent'], byars: ['count', 'rate'], dobson: ['rate'], 'student-t': ['days', 'weeks', 'months', 'years', 'score', 'pounds'] } as const

function intervalFaults({ interval, unit, denominator }: Definition): FieldFault[] {
  const fitting: readonly string[] | undefined = intervalsOf[interval]
  return [
    ...faultWhere(fitting !== undefined && !fitting.includes(unit), 'interval', `This interval is for ${fitting?.join(', ') ?? ''}. Give another, or none.`),
    ...faultWhere(interval === 'wilson' && denominator === undefined, 'interval', 'This interval needs a denominator. Say of how many it is, or give none.'),
  ]
}

function periodFaults({ frequency, firstPeriod, breaks, rebases }: Definition): FieldFault[] {
  const named = [
    ...(firstPeriod === undefined ? [] : [['first-period', firstPeriod] as const]),
    ...breaks.map(({ period }, place) => [`breaks[${place + 1}].period`, period] as const),
    ...rebases.map(({ period }, place) => [`rebases[${place + 1}].period`, period] as const),
  ]
  return named.filter(([, period]) => periodOf(frequency, period) === undefined).map(([field, found]) => ({ field, found, message: noSuchPeriod(found, frequency) }))
}

function noSuchPeriod(found: string, frequency: Definition['frequency']): string {
  const isOther = parsePeriod(found) !== undefined
  return `${isOther ? `This is no period of a measure whose frequency is ${frequency}` : 'There is no such period'}. Give one such as ${exampleOf(frequency)}.`
}

function breakdownFaults({ breakdowns }: Definition): FieldFault[] {
  return breakdowns.flatMap(({ name, values }, place) => [
    ...faultWhere(breakdowns.findIndex((other) => other.name === name) < place, `breakdowns[${place + 1}].name`, 'This breakdown is given already. Give each once.'),
    ...faultWhere(new Set(values).size < values.length, `breakdowns[${place + 1}].values`, 'A value stands here twice. Give each once.'),
  ])
}

function policyFaults({ policy, exempt }: Definition): FieldFault[] {
  return [
    ...faultWhere(policy === 'none' && exempt === undefined, 'exempt', 'Say why small counts need not be hidden: the figures are not about children.'),
    ...faultWhere(policy === 'none' && exempt !== undefined && !saysWhatOf(exempt), 'exempt', 'Say in a sentence what the figures are about, so that the public can follow it, such as “The figures are about schools, not about children.”'),
    ...faultWhere(policy !== 'none' && exempt !== undefined, 'exempt', 'Small counts are hidden here, so there is no reason to give. Take this out, or give none as the policy.'),
  ]
}

function versionFaults({ version, effectiveFrom, changed }: Definition): FieldFault[] {
  return version === 1
    ? faultWhere(changed !== undefined, 'changed', 'The first version changes nothing. Take this out, or give a later version.')
    : [
        ...faultWhere(effectiveFrom === undefined, 'effective-from', 'Say from which day on this version holds.'),
        ...faultWhere(changed === undefined, 'changed', 'Say what this version changed and why.'),
      ]
}

function faultWhere(isWrong: boolean, field: string, message: string): FieldFault[] {
  return isWrong ? [{ field, message }] : []
}
