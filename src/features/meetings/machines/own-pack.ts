import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok } from '#core/outcome.ts'
import { machineFile } from '#access/machines/machine-resource.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { ownDocument } from '../reading/copies/own-document.ts'
import { atMeeting } from './at-meeting.ts'

const number = (words: string) => z.coerce.number(words).int(words).min(1, words).max(9999, words)

/** GET /staff/packs/{body}/{date}/pack.pdf: what the account of the key downloads from “My packs”. */
export const ownPackResource = machineFile({
  path: '/staff/packs/{body}/{date}/pack.pdf',
  summary: 'The pack of a meeting as this account may read it: a copy with its name on each page where there is an exempt part for it, else the public pack',
  description: 'A copy is made for the account of the key and nobody else, and each download is in the audit.',
  tag: 'Packs',
  params: atMeeting,
  query: z.object({
    version: number('Give the number of a version').optional().describe('A former version; the one that stands where left out'),
    supplement: number('Give the number of a supplement').optional().describe('A supplement to the pack, instead of the pack'),
  }),
  contentType: 'application/pdf',
  response: z.object({ state: z.literal('being-prepared') }).meta({ id: 'PackBeingPrepared' }),
  alsoAnswers: { status: 202, description: 'The copy is being made: ask again at the address in Location' },
  answer: async ({ context, params, query }, app: MeetingsApp) => {
    const found = await ownDocument(context, app, { ...params, ...given('version', query.version), ...given('supplement', query.supplement) })
    if (!found.ok) return found
    if (found.value.state === 'here') return ok({ kind: 'file', ...found.value.file })
    const asked = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value))
    const location = `/api/v1/staff/packs/${params.body}/${params.date}/pack.pdf${asked.size === 0 ? '' : `?${asked.toString()}`}`
    return ok({ kind: 'begun', location, retryAfter: 5, body: { state: 'being-prepared' as const } })
  },
})
