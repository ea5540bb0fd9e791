import type { StaffPage } from '#access/staff/staff-page.ts'
import { meetingAddress, packAddress } from '../rights/open-reading.ts'
import { instantOf } from '../../speaking/moment.ts'
import { markRead } from './readings.ts'

/** `/staff/packs/{body}/{date}/seen`: marks a version as read by the reader's button, and as opened as the page is. */
export const markReadPage: StaffPage<unknown> = {
  path: '/staff/packs/:body/:date/seen',
  submit: async (request) => {
    const address = meetingAddress(request)
    const typed = request.form.text('version')
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    const version = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 0
    const marked = await markRead(request.context, { ...address.value, version }, instantOf(request.today, request.now), request.form.has('script') ? 'opened' : 'read')
    if (!marked.ok) return { kind: 'refused', refusal: marked.refusal }
    if (request.form.has('script')) return { kind: 'data', body: { version: marked.value.version } }
    return { kind: 'moved', to: `${packAddress(address.value)}?done=read` }
  },
}
