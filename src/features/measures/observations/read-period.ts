import type { LocalDate } from '#core/dates.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import { definitionOn, definitionFor } from '../definitions/in-force.ts'
import type { Definition } from '../definitions/definition.ts'
import { exampleOf, periodOf, type Whose } from '../definitions/frequencies.ts'
import { likelyPeriod } from './likely-period.ts'

/** A period of a measure with the version by which its figure is counted, or what is wrong with it. */
export type PeriodRead = { readonly period: Period; readonly definition: Definition; readonly isOver: boolean } | { readonly message: string }

/** Reads the period of a row of a measure, which has to be of the measure's frequency and to have begun by today. */
export function readPeriod(written: string, versions: readonly Definition[], whose: Whose, today: LocalDate): PeriodRead {
  const found = versions.toReversed().flatMap(({ frequency }) => periodOf(frequency, written, whose) ?? [])[0]
  if (found === undefined) return { message: noPeriod(written, definitionOn(versions, today)) }
  const definition = definitionFor(versions, found)
  const period = periodOf(definition.frequency, written, whose)
  if (period === undefined) return { message: noPeriod(written, definition) }
  if (period.from > today) return { message: 'This period has not begun yet. Correct it.' }
  const first = definition.firstPeriod === undefined ? undefined : periodOf(definition.frequency, definition.firstPeriod)
  if (whose === 'own' && first !== undefined && period.to < first.to) return { message: `The measure begins with ${first.slug}. Correct the period, or the definition's first period.` }
  return { period, definition, isOver: period.to <= today }
}

function noPeriod(written: string, { frequency }: Definition): string {
  const likely = likelyPeriod(written, frequency)
  if (likely !== undefined) return likely.isTurned ? `Write the period as ${likely.period}. Where a spreadsheet program turns it into a date, format the column as text.` : `Write the period as ${likely.period}.`
  const example = exampleOf(frequency)
  const isOther = parsePeriod(written) !== undefined
  return isOther ? `This period is not one of the measure, whose frequency is ${frequency.replaceAll('-', ' ')}. Give one such as ${example}.` : `There is no such period. Give one such as ${example}.`
}
