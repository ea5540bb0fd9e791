import type { PostedForm } from '#access/staff/posted-form.ts'

/** The fields of a dispensation, as they are typed. */
const dispensationFields = ['matter', 'may', 'from', 'to', 'granted-by', 'granted-on', 'ground', 'reason'] as const
export type TypedDispensation = Readonly<Record<(typeof dispensationFields)[number], string>>

export function typedDispensation(form: PostedForm): TypedDispensation {
  return Object.fromEntries(dispensationFields.map((field) => [field, form.text(field)])) as unknown as TypedDispensation
}
