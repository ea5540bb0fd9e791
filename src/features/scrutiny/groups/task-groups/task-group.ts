import { z } from 'zod'
import { day, slug, text, words } from '#platform/files/fields.ts'

/** Somebody who sits on a group: a name, and the seat or role that they sit for. */
const seat = z.strictObject({
  name: words('the name of a member'),
  seat: text.optional(),
})

const session = z.strictObject({
  date: day,
  kind: z.enum(['meeting', 'visit']),
  about: words('what the meeting or visit was for'),
})

const evidence = z.strictObject({
  date: day,
  from: words('from whom, by role'),
  what: words('what was heard or received'),
  link: z.string().regex(/^(https:\/\/\S+|\/(?!\/|staff)\S*)$/, 'Give an address that begins with https://, or one of this site that begins with /').max(500).optional(),
})

const comment = z.strictObject({ on: day, by: words('who commented, by role'), says: words('what they said') })

/** What a draft says is for the group and those who comment; the public learns that there is one. */
const draft = z.strictObject({
  on: day,
  says: words('what the draft finds'),
  comments: z.array(comment).max(100).default([]),
})

const recommendation = z.strictObject({
  says: words('what is recommended'),
  to: words('who is to answer, by role, body or organisation'),
  /** Where a body of the council is to answer. */
  body: slug.optional(),
})

/** The meeting at which the body that set the group up considered its final report, and by their numbers the recommendations that it did not make its own. */
const considered = z.strictObject({
  date: day,
  item: z.int().min(1).max(999).optional(),
  notAgreed: z.array(z.int().min(1)).max(60).default([]),
})

const commissionedStanding = z.strictObject({ stage: z.literal('commissioned') })
const gatheringStanding = z.strictObject({ stage: z.literal('gathering') })
const finalStanding = z.strictObject({ stage: z.literal('final'), on: day, says: words('what the report finds'), recommendations: z.array(recommendation).max(60), considered: considered.optional() })
const pausedStanding = z.strictObject({ stage: z.literal('paused'), on: day.optional(), reason: words('why it is paused'), was: z.enum(['commissioned', 'gathering']) })
const endedStanding = z.strictObject({ stage: z.literal('ended'), on: day, reason: words('why it ended without a report') })

const standing = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.literal('proposed') }),
  commissionedStanding,
  gatheringStanding,
  z.strictObject({ stage: z.literal('draft'), draft }),
  finalStanding.extend({ draft: draft.optional() }),
  pausedStanding,
  endedStanding,
])

/** A task and finish group: one document of a `task-groups` file, and the record that staff keep. */
export const taskGroup = z
  .strictObject({
    slug,
    title: words('what the group looks into'),
    /** Its own record among the bodies, where it has one. */
    body: slug.optional(),
    commissionedBy: slug,
    commissioned: z.strictObject({ date: day, item: z.int().min(1).max(999).optional() }).optional(),
    terms: z.array(words('what the group is to find out')).min(1, 'Say what the group is to find out').max(30, 'Give at most 30 terms'),
    lead: seat.optional(),
    members: z.array(seat).max(40, 'Give at most 40 members').default([]),
    starts: day.optional(),
    ends: day.optional(),
    sessions: z.array(session).max(200, 'Give at most 200 meetings and visits').default([]),
    evidence: z.array(evidence).max(400, 'Give at most 400 pieces of evidence').default([]),
    standing,
    source: text.optional(),
  })
  .refine(({ starts, ends }) => starts === undefined || ends === undefined || starts <= ends, { path: ['ends'], message: 'Give an end that does not come before the start' })

export type TaskGroup = z.output<typeof taskGroup>
export type Standing = TaskGroup['standing']
export type Stage = Standing['stage']
export type Seat = TaskGroup['members'][number]
export type Session = TaskGroup['sessions'][number]
export type Evidence = TaskGroup['evidence'][number]
export type Recommendation = z.output<typeof recommendation>
export type Considered = z.output<typeof considered>
export type FinalReport = z.output<typeof finalStanding>

/** How a group stands for the public: of a draft it learns the day, and in the end who commented. */
const publicStanding = z.discriminatedUnion('stage', [
  commissionedStanding,
  gatheringStanding,
  z.strictObject({ stage: z.literal('draft'), on: day }),
  finalStanding.extend({ commentedBy: z.array(comment.omit({ says: true })) }),
  pausedStanding,
  endedStanding,
])

/** A group as the public reads it. */
export const publicTaskGroup = z.strictObject({ ...taskGroup.shape, standing: publicStanding })
export type PublicTaskGroup = z.output<typeof publicTaskGroup>

/** What the public may read of a group; nothing of one that is only proposed. */
export function publicPart({ standing, ...facts }: TaskGroup): PublicTaskGroup | undefined {
  if (standing.stage === 'proposed') return undefined
  if (standing.stage === 'draft') return { ...facts, standing: { stage: 'draft', on: standing.draft.on } }
  if (standing.stage !== 'final') return { ...facts, standing }
  const { draft, ...report } = standing
  return { ...facts, standing: { ...report, commentedBy: (draft?.comments ?? []).map(({ on, by }) => ({ on, by })) } }
}
