import type { Outcome } from '#core/outcome.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import type { Done } from '../deeds/change-programme.ts'
import { orderEntry, placeTyped, putBack } from '../deeds/edit-entries.ts'
import { publishProgramme } from '../deeds/keep-head.ts'
import { keyOf } from './look-at-programme.ts'
import { showProgramme } from './programme-page.ts'
import { staffAddress } from './words.ts'

type Deed = (request: StaffRequest, app: MeetingsApp) => Promise<Outcome<Done>>

/** An address to which one press or one choice of the programme's page is sent. */
function pressed(path: string, deed: Deed, query: (request: StaffRequest, done: Done) => Readonly<Record<string, string>>): StaffPage<MeetingsApp> {
  return {
    path: `/staff/programmes/:body/${path}`,
    submit: async (request, app) => {
      const done = await deed(request, app)
      if (!done.ok) return showProgramme(request, { ...done.refusal, faults: done.refusal.faults.map((fault) => ({ ...fault, field: `${fault.field}-${request.params['entry'] ?? ''}` })) })
      const { body, year } = keyOf(request)
      const { entry } = request.params
      return { kind: 'moved', to: `${staffAddress(body, '', { year, ...query(request, done.value) })}${entry === undefined ? '' : `#entry-${entry}`}` }
    },
  }
}

const entryOfAddress = (request: StaffRequest) => request.params['entry'] ?? ''

export const placePage = pressed('entries/:entry/place', (request, app) => placeTyped(request.context, app, keyOf(request), entryOfAddress(request), request.form.text('meeting'), request.form.text('based-on')), (request, { onAgendas }) => ({
  moved: entryOfAddress(request),
  done: onAgendas.some(({ entry }) => entry.slug === entryOfAddress(request)) ? 'on-agenda' : 'placed',
}))

export const orderPage = pressed(
  'entries/:entry/order',
  (request, app) => orderEntry(request.context, app, keyOf(request), entryOfAddress(request), request.form.text('direction') === 'up' ? 'up' : 'down', Number(request.form.text('place'))),
  (request) => ({ moved: entryOfAddress(request) }),
)

export const backPage = pressed('entries/:entry/back', (request, app) => putBack(request.context, app, keyOf(request), entryOfAddress(request)), () => ({ done: 'back' }))

export const publishPage = pressed('publish', (request, app) => publishProgramme(request.context, app, keyOf(request)), () => ({ done: 'published' }))
