import type { Html } from '#platform/pages/html.ts'
import type { ReportPartName } from '../../../record/report-parts.ts'
import { bodyFields } from './body-fields.ts'
import { closingFields } from './closing-fields.ts'
import { coverFields } from './cover-fields.ts'
import { implicationFields } from './implication-fields.ts'
import type { PartDrawing } from './part-drawing.ts'
import { recommendationFields } from './recommendation-fields.ts'

/** The fields of each part. */
export const fieldsOf: Readonly<Record<ReportPartName, (drawing: PartDrawing) => Html>> = {
  cover: coverFields,
  recommendations: recommendationFields,
  body: bodyFields,
  implications: implicationFields,
  closing: closingFields,
}
