/** A part of the site behind the sign-in; its link is shown to those who may do the verb. */
export interface StaffNavigation {
  readonly text: string
  readonly href: string
  readonly verb: string
  /** Other addresses that belong to this part. */
  readonly also?: readonly string[]
}
