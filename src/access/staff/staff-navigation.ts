import type { Role } from '../actor.ts'

/** A part of the site behind the sign-in; its link is shown to those who may do the verb. */
export interface StaffNavigation {
  readonly text: string
  readonly href: string
  readonly verb: string
  /** Other addresses that belong to this part. */
  readonly also?: readonly string[]
  /** What is done there, for whoever looks for it under "More". */
  readonly about: string
  /** Whose work leads there most days: for them it stands at the top of every page, for others under "More" where the line is full. */
  readonly dailyFor: readonly Role[]
}
