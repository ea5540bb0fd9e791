import { isSmall } from '#core/suppression/policy.ts'
import { countedFields, policyOf } from '../../disclosure/policies.ts'
import { pointOf, type MeasureSheet } from '../../sheets/sheet.ts'
import type { Found } from './claim.ts'
import { nearFigures } from './compared-figures.ts'

/** What a claim was found to be, without what could be written instead where one of its figures is small: the public does not read that, and words must not tell it. */
export function suggestedToRead(found: Found, sheet: MeasureSheet): Found {
  const { instead, ...rest } = found
  return instead === undefined || !isOfSmall(sheet) ? found : rest
}

/** Whether the figure of the period, or one that it is held beside, is small or made of a small count. */
function isOfSmall(sheet: MeasureSheet): boolean {
  const { definition, asOf } = sheet
  const policy = policyOf(definition)
  if (policy === undefined) return false
  const periods = [asOf, ...nearFigures(sheet).map(({ period }) => period)]
  return periods.some((period) => {
    const point = pointOf(sheet, 'own', '', period)
    return countedFields(definition).some((field) => point?.[field] !== undefined && isSmall(point[field], policy))
  })
}
