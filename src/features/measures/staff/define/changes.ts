/** What changes most of a definition, each by a form of its own. */
export const changes = {
  target: { title: 'Set a target', about: 'What the figures are held to from a period on. An earlier target of the same giver that has no end ends with the period before.' },
  break: { title: 'Record a break', about: 'From a period on the figures are not like those before: another system, another way of counting. The chart shows it, no rule of chance crosses it, and a target from before it holds no longer unless it is set anew or reviewed since.' },
  limits: { title: 'Begin new limits', about: 'A recorded decision that the process has changed, so that chance is reckoned anew from a period on. It is never made by itself.' },
} as const

export type Change = keyof typeof changes

/** The fields of each form. */
export const fieldsOf = {
  target: ['value', 'from', 'to', 'whose', 'set-by', 'set-on', 'reviewed-on', 'why', 'effective-from'],
  break: ['period', 'reason', 'effective-from'],
  limits: ['period', 'reason', 'decided-by', 'decided-on', 'effective-from'],
} as const satisfies Record<Change, readonly string[]>

export type ChangeField = (typeof fieldsOf)[Change][number]

/** What was typed, by field. */
export type ChangeTyped = Partial<Readonly<Record<ChangeField, string>>>
