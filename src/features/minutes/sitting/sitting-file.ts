import { z } from 'zod'
import { timeOfDay, words } from '#platform/files/fields.ts'
import { declarationFields, whipFields } from './declaration.ts'

const itemNumber = z.int('Give the number of the item').min(1, 'Items are numbered from 1').max(9999, 'Give the number of the item')

/** A time out of the room: from one item on, back in another; left out where they did not come back. */
const absence = z.strictObject({ from: itemNumber, until: itemNumber.optional(), forInterest: z.boolean().default(false) })

const presence = z.strictObject({
  /** Whose seat it is, as the body's record names them. */
  member: words('the name of the member whose seat it is'),
  /** Who sat there in their place. */
  substitute: words('the name of the substitute').optional(),
  remote: z.boolean().default(false),
  /** The item during which they came; left out where they were there from the beginning. */
  arrived: itemNumber.optional(),
  out: z.array(absence).default([]),
})

/** Who was at a meeting, as a file says it. */
export const attendanceFields = z.strictObject({
  opened: timeOfDay.optional(),
  closed: timeOfDay.optional(),
  /** Who presided, by name, where it was neither the chair nor the vice-chair in the chair's absence. */
  chair: words('the name of who presided').optional(),
  present: z.array(presence).default([]),
  apologies: z.array(words('the name of a member')).default([]),
  inAttendance: z.array(z.strictObject({ name: words('a name'), role: words('what they are: their post, or whom they spoke for') })).default([]),
  /** The items about the executive's education functions, on which church and parent-governor representatives vote. */
  educationMatters: z.array(itemNumber).default([]),
})

/** What a `minutes` file says of the sitting; spread into its entry. */
export const sittingFields = {
  attendance: attendanceFields.optional(),
  declarations: z.array(declarationFields).default([]),
  whips: z.array(whipFields).default([]),
}

const sittingOnFile = z.strictObject(sittingFields)

/** The sitting of a meeting as a file says it. */
export type SittingOnFile = z.output<typeof sittingOnFile>
export type Attendance = z.output<typeof attendanceFields>
