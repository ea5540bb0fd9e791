import { z } from 'zod'
import { day, slug, words } from '#platform/files/fields.ts'
import { content, type Commentary } from '../model/commentary.ts'

/** One document of a `commentaries` file. */
export const commentaryFile = content.extend({
  measure: slug,
  period: words('the period, such as 2019-20-q4'),
  signed: z.strictObject({ by: words('which post signed it'), on: day }).optional(),
})

export type CommentaryFile = z.output<typeof commentaryFile>

/** A commentary as a file of it is written. */
export function fileOf({ measure, period, content: said, standing }: Commentary): unknown {
  const { claims, doing, ...rest } = said
  const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== '' && value !== undefined))
  return { measure, period, ...texts, ...(doing.length === 0 ? {} : { doing }), ...(claims.length === 0 ? {} : { claims }), ...(standing.state === 'signed' ? { signed: standing.signature } : {}) }
}
