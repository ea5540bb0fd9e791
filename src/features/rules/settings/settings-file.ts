import { z } from 'zod'
import { timeOfDay } from '#platform/files/fields.ts'
import { isConfigurable, type LocalSetting, type LocalSettings } from '../local-settings.ts'
import type { Unit } from '../rule.ts'
import { findRule, latestVersion } from '../rules.ts'

const units = ['clear working days', 'clear days', 'working days', 'days', 'weeks', 'calendar months', 'years', 'clock hours'] as const satisfies readonly Unit[]

/** What the council sets for one rule, as its file has it. */
const localSetting = z
  .strictObject({
    /** The rule by its id: `call-in`. */
    rule: z.string('Give the id of a rule, such as call-in'),
    amount: z.int('Give a whole number').min(1, 'Give a whole number of one or more').max(1000, 'Give a number up to 1000').optional(),
    unit: z.enum(units).optional(),
    /** The time on the day reached. */
    at: timeOfDay.optional(),
    members: z.int('Give a whole number').min(1, 'Give a whole number of one or more').max(100, 'Give a number up to 100').optional(),
    /** How days are counted where no authority says whether weekends count. */
    clearDays: z.enum(['safer', 'working', 'calendar']).optional(),
  })
  .superRefine(({ rule, clearDays: _, ...numbers }, context) => {
    const found = findRule(rule)
    if (found === undefined) return context.addIssue({ code: 'custom', path: ['rule'], message: 'No rule has this id. The page /rules lists them all.' })
    const isFixed = Object.keys(numbers).length > 0 && !isConfigurable(latestVersion(found))
    if (isFixed) context.addIssue({ code: 'custom', path: ['rule'], message: 'The law fixes the number of this rule. Only how clear days are counted can be set.' })
    const { limit } = latestVersion(found)
    const isNumberless = limit.kind !== 'counted' && (numbers.amount === undefined || numbers.unit === undefined)
    if (!isFixed && isNumberless) context.addIssue({ code: 'custom', path: ['rule'], message: 'This rule has no number of its own: give an amount and a unit.' })
  })

/** The time limits that a council sets for itself, one entry a rule. */
export const localSettingsFile = z.array(localSetting).superRefine((settings, context) => {
  for (const [index, { rule }] of settings.entries()) {
    if (settings.slice(0, index).some((other) => other.rule === rule)) context.addIssue({ code: 'custom', path: [index, 'rule'], message: 'This rule is set already. Give each rule one entry.' })
  }
})

/** What makes an executive decision a key decision in this council. */
export const keyDecisionsFile = z.strictObject({
  /** Pounds spent from which a decision is key. */
  spend: z.int('Give whole pounds').min(1, 'Give whole pounds').optional(),
  /** Pounds saved from which a decision is key. */
  saving: z.int('Give whole pounds').min(1, 'Give whole pounds').optional(),
  /** Electoral divisions affected from which a decision is key; the law has it from two. */
  divisions: z.int('Give a whole number').min(2, 'Give two or more: the law has it from two').optional(),
})
export type KeyDecisions = z.output<typeof keyDecisionsFile>

/** By rule, as the counting takes them. */
export function settingsByRule(settings: z.output<typeof localSettingsFile>): LocalSettings {
  return Object.fromEntries(settings.map(({ rule, ...setting }): [string, LocalSetting] => [rule, setting as LocalSetting]))
}
