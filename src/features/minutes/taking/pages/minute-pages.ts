import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { momentInWords, type MeetingsApp } from '#features/meetings'
import { mayBeWritten } from '../record/minutes-state.ts'
import { saveMinute } from '../verbs/save-minute.ts'
import { noSuchItem } from '../work/minutable.ts'
import { conflictPage } from './conflict-page.ts'
import { fieldsOfMinute, minuteTyped } from './minute-form.ts'
import { lookAtMinutes, type TakenItem } from './taking-view.ts'
import { showMinutes } from './taking-page.ts'

/** The item of the address; 0, which no item has, where it is no number. */
export function itemNumber({ params }: StaffRequest): number {
  const text = params['item'] ?? ''
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0
}

/** Saves a minute by its button. */
export const minutePage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/items/:item',
  submit: async (request, app) => {
    const item = itemNumber(request)
    const pressed = request.form.text('do')
    const place = { meeting: request.params['meeting'] ?? '', item }
    const address = `/staff/meetings/${place.meeting}/minutes`
    if (pressed === 'take-theirs') return { kind: 'moved', to: `${address}?done=taken&part=${item}#part-${item}` }
    if (pressed === 'compare') return conflict(request, item, 'kept')
    const saved = await saveMinute(request.context, place, { ...minuteTyped(request.form, item), basedOn: request.form.whole('revision'), at: app.now() }, app.quotedFigures)
    if (saved.ok) return { kind: 'moved', to: `${address}?done=saved&part=${item}#part-${item}` }
    if (saved.refusal.kind === 'conflict') return conflict(request, item, 'saved-meanwhile')
    return saved.refusal.kind === 'invalid' || saved.refusal.kind === 'not-now' ? showMinutes(request, { item, form: 'minute', typed: request.form, refusal: saved.refusal }) : { kind: 'refused', refusal: saved.refusal }
  },
}

async function conflict(request: StaffRequest, item: number, why: 'saved-meanwhile' | 'kept'): Promise<StaffAnswer> {
  const found = await lookAtMinutes(request)
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const taken = found.value.items.find(({ number }) => number === item)
  return taken === undefined ? { kind: 'refused', refusal: noSuchItem.refusal } : conflictPage(request, found.value, taken, why)
}

/**
 * Saves a minute for the script that saves as the officer writes, and answers the new revision. A conflict answers what stands there, as fields, so that the
 * script can tell its own text, whose answer was lost on the way, from somebody else's. Of minutes that nobody can change any more it is told so, once and for all.
 */
export const autosavePage: StaffPage<MeetingsApp> = {
  path: '/staff/meetings/:meeting/minutes/items/:item/autosave',
  submit: async (request, app) => {
    const item = itemNumber(request)
    const place = { meeting: request.params['meeting'] ?? '', item }
    const at = app.now()
    const saved = await saveMinute(request.context, place, { ...minuteTyped(request.form, item), basedOn: request.form.whole('revision'), at }, app.quotedFigures)
    if (saved.ok) return { kind: 'data', body: { revision: saved.value, saved: momentInWords(at, at) } }
    const { refusal } = saved
    if (refusal.kind !== 'conflict' && refusal.kind !== 'not-now') return { kind: 'refused', refusal }
    const found = await lookAtMinutes(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    if (!mayBeWritten(found.value.composed.minutes.state)) return { kind: 'data', status: 409, body: { message: refusal.message, isFinal: true } }
    if (refusal.kind === 'not-now') return { kind: 'refused', refusal }
    return { kind: 'data', status: 409, body: standing(request, found.value.items.find(({ number }) => number === item), refusal.message) }
  },
}

function standing(request: StaffRequest, taken: TakenItem | undefined, message: string) {
  const minute = taken?.minute
  const fields = fieldsOfMinute(taken?.number ?? 0, minute, taken?.isWithheld ?? false)
  return {
    message,
    revision: minute?.revision ?? 0,
    by: minute?.by === request.session.actor.name ? 'You, in another window,' : (minute?.by ?? ''),
    at: minute === undefined ? '' : momentInWords(minute.at, request.now),
    fields: taken?.isWithheld === true ? [['withheld', 'yes'], ...fields] : fields,
  }
}

