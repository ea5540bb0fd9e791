import type { LocalDate } from '#core/dates.ts'
import { dueDate } from '#features/rules'

/** By when an interest that was declared and stands in no register must be registered (Localism Act 2011 s31: 28 days); undefined before the Act was in force. */
export function registrationDue(declaredOn: LocalDate): { readonly day: LocalDate; readonly citation: string } | undefined {
  const due = dueDate('interest-registration-after-disclosure', declaredOn)
  return due.ok && due.value.sets === 'day' ? { day: due.value.due, citation: due.value.citation } : undefined
}
