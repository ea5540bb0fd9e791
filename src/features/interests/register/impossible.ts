import { formatDate } from '#core/date-words.ts'
import { addDays, type LocalDate } from '#core/dates.ts'
import type { Fault } from '#core/outcome.ts'
import { dispensationRunsOut, type Dispensation, type Interest } from './interest.ts'

/** What cannot be of an interest, by its field: a register says what has come about by today, whether it is typed or comes in a file. */
export function faultsOfInterest(interest: Interest, today: LocalDate): Fault[] {
  const { kind, from, to, toldOn, registeredOn, disclosedOn, home } = interest
  const faults: Fault[] = []
  if (to !== undefined && to < from) faults.push({ field: 'to', found: to, message: `It ends before it begins (${formatDate(from)}). Correct one of the days` })
  if (home !== undefined && kind !== 'land') faults.push({ field: 'kind', found: kind, message: 'A home is an interest in land. Choose land, or say that it is no home' })
  if (disclosedOn !== undefined && disclosedOn > toldOn) faults.push({ field: 'disclosedOn', found: disclosedOn, message: `It was told on ${formatDate(toldOn)}, before this day. Leave this empty, or correct the day` })
  if (registeredOn !== undefined && registeredOn < toldOn) faults.push({ field: 'registeredOn', found: registeredOn, message: `It would be registered before it was told on ${formatDate(toldOn)}. Correct one of the days` })
  return withToCome(faults, { from, to, toldOn, registeredOn, disclosedOn }, today)
}

/** An interest is told once somebody has it, and ends once they no longer do. */
export function stillToCome(days: Readonly<Record<string, LocalDate | undefined>>, today: LocalDate): Fault[] {
  return Object.entries(days).flatMap(([field, day]) => (day === undefined || day <= today ? [] : [{ field, found: day, message: 'This day is still to come. Give one that has come' }]))
}

/** A day of which something is wrong already is not named twice. */
function withToCome(faults: readonly Fault[], days: Readonly<Record<string, LocalDate | undefined>>, today: LocalDate): Fault[] {
  return [...faults, ...stillToCome(days, today).filter(({ field }) => faults.every((fault) => fault.field !== field))]
}

/** Localism Act 2011 s33(3): at most four years. A dispensation is not granted backwards: its grant comes before it is used. */
export function faultsOfDispensation({ from, to, grantedOn }: Dispensation, today: LocalDate): Fault[] {
  const faults: Fault[] = []
  const longest = addDays(dispensationRunsOut(from), -1)
  if (to < from) faults.push({ field: 'to', found: to, message: `It ends before it begins (${formatDate(from)}). Correct one of the days` })
  if (to > longest) faults.push({ field: 'to', found: to, message: `A dispensation lasts at most four years (Localism Act 2011, section 33(3)): from ${formatDate(from)} until ${formatDate(longest)}` })
  if (grantedOn > from) faults.push({ field: 'grantedOn', found: grantedOn, message: `It would begin before it was granted (${formatDate(grantedOn)}). Correct one of the days` })
  return withToCome(faults, { grantedOn }, today)
}
