import { notAllowed, recordRefusal } from '../act.ts'
import type { StaffPage } from './staff-page.ts'

/** A page whose form needs a verb: whoever may not is told so, and it is recorded, before anything of the form is read. The verb itself decides again. */
export function sendingNeeds<App>(verb: string, page: StaffPage<App>): StaffPage<App> {
  const { submit } = page
  if (submit === undefined) return page
  return {
    ...page,
    submit: async (request, app) => {
      const { context } = request
      if (context.may(context.actor, verb)) return submit(request, app)
      const refused = await recordRefusal(context, { verb, subject: { kind: 'page', id: page.path } }, notAllowed(context, verb))
      return { kind: 'refused', refusal: refused.refusal }
    },
  }
}
