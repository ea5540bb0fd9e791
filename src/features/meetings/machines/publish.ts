import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import { machineDeed, machineRecord } from '#access/machines/machine-resource.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { askPublication, proposePublication } from '../publishing/ask-publication.ts'
import { kindsToAsk, readinessFacts } from '../publishing/commands.ts'
import { publicationById, type PublicationRecord } from '../publishing/keep-publication.ts'
import { runPublication } from '../publishing/run-publication.ts'
import type { PublicationId } from '../publishing/tables.ts'
import { atMeeting, machineAddress, meetingAt, tag, type NamedMeeting } from './at-meeting.ts'
import { readinessShape } from './readiness-shape.ts'

const publication = z
  .object({
    state: z.enum(['queued', 'building', 'done', 'failed']),
    step: z.object({ words: z.string(), done: z.int(), of: z.int() }).optional().describe('How far it is.'),
    version: z.int().optional().describe('The version that was published.'),
    refusal: z.object({ message: z.string(), faults: z.array(z.string()) }).optional().describe('Why nothing was published.'),
    askedAt: z.iso.datetime(),
    address: z.string(),
  })
  .meta({ id: 'Publication' })

const begun = z
  .object({ readiness: readinessShape.optional().describe('With dryRun.'), address: z.string().optional().describe('Where to ask how far the publication is.') })
  .meta({ id: 'PublicationBegun' })

const words = z.string('Give this as text').trim().min(1, 'Say it, or leave this out').max(4000, 'Shorten this to 4,000 characters')

/** POST /staff/meetings/{body}/{date}/publications: what the command `publish` does; it goes on behind the answer. */
export const publishResource = machineDeed({
  path: '/staff/meetings/{body}/{date}/publications',
  summary: 'Publish a meeting as it stands: its agenda, a supplement, a correction, a withdrawal or a release',
  description: 'As the command publish. What it is follows from what has changed since the version that stands. Nothing is public until all of it is; of two that ask at once the second is refused. With dryRun nothing is published, and the answer says what stands in the way.',
  tag,
  params: atMeeting,
  body: z.strictObject({
    dryRun: z.boolean().default(false).describe('Publish nothing, and say what would be'),
    as: z.enum(kindsToAsk).optional().describe('In place of a supplement, a withdrawal or a release the whole pack can be built again as a correction'),
    note: words.optional().describe('What readers should know of it; of a correction, what it corrects'),
    lateReason: words.optional().describe('The chair’s reason, where fewer than five clear working days are left'),
    lateItems: z.record(z.string().regex(/^[1-9]\d{0,3}$/), words).default({}).describe('The chair’s reasons for the urgency of items that join late, by their numbers'),
    leave: z.array(z.string().regex(/^item-\d+-[a-z\d-]+$/, 'Give the paper’s part of an address, e.g. item-2-report')).max(500).default([]).describe('Papers that stay as they are published while the rest goes on, by their parts of an address, e.g. item-2-report'),
    revision: z.int().min(0).optional().describe('As the draft agenda gave it'),
  }),
  response: begun,
  alsoAnswers: { status: 202, description: 'It was begun: ask at the address in Location how far it is' },
  answer: async ({ context, params, body }, app: MeetingsApp) => {
    const id = await meetingAt(context, 'meetings.publish', params)
    if (!id.ok) return id
    const { dryRun, as: kind, note, lateReason, lateItems: itemReasons, leave, revision } = body
    if (dryRun) {
      const proposal = await proposePublication(context, app, id.value, { lateReason, itemReasons, leave })
      return proposal.ok ? ok({ kind: 'record', body: { readiness: readinessFacts(proposal.value) } }) : proposal
    }
    const asked = await askPublication(context, app, id.value, { kind, note, lateReason, itemReasons, leave, revision })
    if (!asked.ok) return inOwnWords(asked.refusal)
    app.background('publication', async () => void (await runPublication(context, app, asked.value)))
    const location = addressOf(params, asked.value)
    return ok({ kind: 'begun', location, retryAfter: 1, body: { address: location } })
  },
})

/** GET /staff/meetings/{body}/{date}/publications/{publication}: how far it is. */
export const publicationResource = machineRecord({
  path: '/staff/meetings/{body}/{date}/publications/{publication}',
  summary: 'How far a publication is, and what came of it',
  tag,
  params: atMeeting.extend({ publication: z.uuid() }),
  response: publication,
  answer: async ({ context, params }, _app: MeetingsApp) => {
    const id = await meetingAt(context, 'meetings.publish', params)
    if (!id.ok) return id
    return look(context, { verb: 'meetings.publish', subject: { kind: 'publication', id: params.publication } }, async (reader): Promise<Outcome<z.input<typeof publication>>> => {
      const record = await publicationById(reader, params.publication as PublicationId)
      if (record === undefined || record.meeting !== id.value) return refuse('not-found', 'There is no such publication.')
      return ok(shown(record, params))
    })
  },
})

/** The form of publishing names its fields otherwise. */
function inOwnWords({ kind, message, faults }: Refusal): Outcome<never> {
  const named = (field: string) => (field === 'late-reason' ? 'lateReason' : field.replace(/^late-item-/, 'lateItems.'))
  return refuse(kind, message, faults.map((fault) => ({ ...fault, ...given('field', fault.field && named(fault.field)) })))
}

function addressOf(meeting: NamedMeeting, id: PublicationId): string {
  return `${machineAddress(meeting)}/publications/${id}`
}

function shown({ id, state, step, version, refusal, askedAt }: PublicationRecord, meeting: NamedMeeting): z.input<typeof publication> {
  return {
    state,
    ...given('step', step && { words: step.words, done: step.done, of: step.of }),
    ...given('version', version),
    ...given('refusal', refusal && { message: refusal.message, faults: refusal.faults.map((fault) => fault.message) }),
    askedAt,
    address: addressOf(meeting, id),
  }
}
