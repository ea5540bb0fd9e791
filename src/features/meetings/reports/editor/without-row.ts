import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import type { ReportPartName } from '../../record/report-parts.ts'

const rowFields: Partial<Record<ReportPartName, readonly string[]>> = {
  recommendations: ['recommendation'],
  implications: ['implication-heading', 'implication-text'],
}

/** The form without the boxes of one row, counted from 1. */
export function withoutRow(form: PostedForm, part: ReportPartName, row: number): PostedForm {
  const inRows = rowFields[part] ?? []
  return postedForm(
    form.names().flatMap((name) =>
      form
        .all(name)
        .map((value) => [name, value] as const)
        .filter((_, index) => !inRows.includes(name) || index !== row - 1),
    ),
  )
}
