import type { LocalDate } from '#core/dates.ts'
import type { BodyKind } from '#features/bodies'
import { dueDate } from '#features/rules'

/** Bodies that meet under the Local Government Act 1972 and the Acts that follow its rules of meeting; the others are partnerships and working groups. */
const underTheAct: ReadonlySet<BodyKind> = new Set(['council', 'cabinet', 'scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'health-and-wellbeing-board', 'corporate-parenting-board'])

/** Whether a member who attends remotely counts and may vote, and the rule in a sentence. */
export interface RemoteRule {
  readonly counts: boolean
  readonly why: string
}

/** Whether the law of council meetings applies to the body. */
export function isUnderTheAct(kind: BodyKind): boolean {
  return underTheAct.has(kind)
}

/**
 * Remote attendance at a meeting under the Local Government Act 1972 is presence only while a rule says so (from 4 April 2020 to 6 May 2021 one did, SI 2020/392);
 * otherwise not: R (Hertfordshire County Council) v Secretary of State [2021] EWHC 1093 (Admin). Partnerships and working groups are not bound.
 */
export function remoteRule(kind: BodyKind, day: LocalDate): RemoteRule {
  if (!isUnderTheAct(kind)) return { counts: true, why: 'A partnership’s own meeting: members who attend remotely count and vote.' }
  const allowed = dueDate('remote-attendance', day)
  if (allowed.ok) return { counts: true, why: `Remote attendance counts as presence on that day (${allowed.value.citation}).` }
  return {
    counts: false,
    why: 'Attends remotely: does not count towards the quorum and does not vote (Local Government Act 1972, Schedule 12; Hertfordshire County Council v Secretary of State, 2021).',
  }
}
