import type { Brand } from '#core/brand.ts'
import { z } from 'zod'

export type ProposalId = Brand<string, 'ProposalId'>
export type ProposalState = 'waiting' | 'accepted' | 'declined'

/** An issue that a member or a report's writer would have a body look at. */
export interface Proposal {
  readonly id: ProposalId
  readonly body: string
  readonly issue: string
  readonly why: string
  readonly subject?: string
  readonly byName: string
  readonly byRole: string
  readonly proposedAt: string
  readonly state: ProposalState
  /** What was answered, and by whom. */
  readonly reason?: string
  readonly decidedBy?: string
}

/** From an address or a form; undefined for anything that is none. */
export function proposalIdOf(text: string | undefined): ProposalId | undefined {
  const parsed = z.uuid().safeParse(text)
  return parsed.success ? (parsed.data as ProposalId) : undefined
}
