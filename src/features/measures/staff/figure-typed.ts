import type { Fault, Refusal } from '#core/outcome.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import type { Definition } from '../definitions/definition.ts'
import { rowChecker, type Known } from '../observations/check-row.ts'
import type { Loaded } from '../observations/loading/loaded.ts'
import type { RowGiven } from '../observations/observation.ts'

/** Which figure is meant, as it was chosen or typed. */
export type KeyGiven = Pick<RowGiven, 'measure' | 'area' | 'period' | 'breakdown'>

/** The fields in which one says which figure. */
const keyFields = ['area', 'period', 'breakdown'] as const

/** The name of the field of one way of dividing. */
export function dimensionField(name: string): string {
  return `breakdown.${name}`
}

/** The parts chosen in the fields of each way of dividing as one breakdown: `phase=primary;district=redditch`. */
export function breakdownChosen({ breakdowns }: Pick<Definition, 'breakdowns'>, text: (field: string) => string): string {
  return breakdowns.flatMap(({ name }) => (text(dimensionField(name)) === '' ? [] : [`${name}=${text(dimensionField(name))}`])).join(';')
}

/** What is wrong with the choice of a figure: no such area, period or breakdown. */
export function keyFaults(key: KeyGiven, known: Known): readonly Fault[] {
  const checked = rowChecker(known)({ ...key, numerator: '', denominator: '', value: '', status: 'not-available', note: '', reason: '' })
  return (checked.faults ?? []).filter(({ field }) => keyFields.some((one) => one === field))
}

/** The figure as a form gives it. Of one that is corrected the reason stands in a field of its own, so the footnote is never taken for it. */
export function typedRow(form: PostedForm, measure: string): RowGiven {
  const status = form.text('status')
  const reason = form.text('reason')
  const cell = (name: string) => form.text(name)
  return {
    measure, area: cell('area'), period: cell('period'), breakdown: cell('breakdown'), numerator: cell('numerator'), denominator: cell('denominator'), value: cell('value'), status,
    note: status === 'revised' && reason === '' ? '' : cell('note'),
    reason,
  }
}

/** The refusal with each fault at the field of the form that it is about: why a figure is corrected or taken back has a field of its own. */
export function atFields(refusal: Refusal, { reason }: Pick<RowGiven, 'reason'>): Refusal {
  const faults = refusal.faults.map((fault) => (fault.field === 'note' && reason === '' && !fault.message.startsWith('Shorten') ? { ...fault, field: 'reason' } : fault))
  return { ...refusal, faults, ...(refusal.kind === 'invalid' ? { message: 'The figure was not saved.' } : {}) }
}

/** "same" where what was typed stands already; "-apart" where its parts do not add up to their whole now. */
export function doneWord({ first, revised, arePartsApart }: Pick<Loaded, 'first' | 'revised' | 'arePartsApart'>): 'entered' | 'corrected' | 'same' | 'entered-apart' | 'corrected-apart' {
  if (first === 0 && revised === 0) return 'same'
  const word = first > 0 ? 'entered' : 'corrected'
  return arePartsApart ? `${word}-apart` : word
}
