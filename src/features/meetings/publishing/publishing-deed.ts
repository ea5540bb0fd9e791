import type { Deed } from '#access/act.ts'
import type { Proposal } from './to-publish.ts'

/** The deed of publishing this meeting, as the audit names it. */
export function publishingDeed({ kept: { meeting } }: Pick<Proposal, 'kept'>, detail: NonNullable<Deed['detail']>): Deed {
  return { verb: 'meetings.publish', subject: { kind: 'meeting', id: `${meeting.facts.body}/${meeting.facts.date}` }, detail }
}
