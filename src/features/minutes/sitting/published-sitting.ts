import { z } from 'zod'
import { body } from '#features/bodies'
import { declarationFields, whipFields } from './declaration.ts'
import { attendanceFields } from './sitting-file.ts'

const { item, member, nature } = declarationFields.shape
const { remote, arrived, out } = attendanceFields.shape.present.unwrap().element.shape

const seated = { name: z.string(), seat: z.string(), organisation: z.string() }

/** What the public reads of a sitting, with the minutes: who was there and what was declared. */
export const publishedSitting = z.strictObject({
  opened: z.string().optional(),
  closed: z.string().optional(),
  /** By name. */
  presiding: z.string().optional(),
  present: z.array(z.strictObject({ ...seated, capacity: body.shape.members.unwrap().element.shape.capacity, substituteFor: z.string().optional(), remote, arrived, out })),
  apologies: z.array(z.strictObject({ ...seated, substitute: z.string().optional().describe('Who sat in their place.') })),
  inAttendance: attendanceFields.shape.inAttendance,
  declarations: z.array(
    z.strictObject({
      item,
      member,
      nature,
      /** Of a sensitive interest no more than that it is one; left out where the item itself is not open. */
      words: z.string().optional(),
      follows: z.string().describe('What the interest meant for the item, and by which rule.'),
      left: z.boolean().describe('The member was out of the room for the item, or for part of it.'),
    }),
  ),
  whips: z.array(whipFields),
})

export type PublishedSitting = z.output<typeof publishedSitting>
