import { daysBetween, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Meaning } from '#platform/pages/status-tag.ts'
import { stageDays, wrongDay } from './stage-days.ts'
import type { Considered, Recommendation, Stage, Standing, TaskGroup } from './task-group.ts'

/** Whereto a group may go from where it is. */
export const nextStages: Readonly<Record<Stage, readonly Stage[]>> = {
  proposed: ['commissioned', 'ended'],
  commissioned: ['gathering', 'paused', 'ended'],
  gathering: ['draft', 'paused', 'ended'],
  draft: ['final', 'ended'],
  final: [],
  paused: ['commissioned', 'gathering', 'ended'],
  ended: [],
}

export const stageWords: Readonly<Record<Stage, string>> = {
  proposed: 'Proposed',
  commissioned: 'Commissioned',
  gathering: 'Gathering evidence',
  draft: 'Draft report',
  final: 'Reported',
  paused: 'Paused',
  ended: 'Ended without a report',
}

export const stageMeaning: Readonly<Record<Stage, Meaning>> = {
  proposed: 'withheld',
  commissioned: 'coming',
  gathering: 'coming',
  draft: 'caution',
  final: 'good',
  paused: 'neutral',
  ended: 'neutral',
}

/** What an officer gives with each step. */
export type Turn =
  | { readonly to: 'commissioned'; readonly date: LocalDate; readonly item?: number }
  | { readonly to: 'gathering' }
  | { readonly to: 'draft'; readonly on: LocalDate; readonly says: string }
  | { readonly to: 'final'; readonly on: LocalDate; readonly says: string; readonly recommendations: readonly Recommendation[] }
  | { readonly to: 'paused'; readonly on: LocalDate; readonly reason: string }
  | { readonly to: 'ended'; readonly on: LocalDate; readonly reason: string }
  | { readonly to: 'resumed' }

/**
 * The group after a step; refused where the table of stages knows no such step, and on a day before its last stage or still to come: a report that is dated before its own draft would not
 * be late. A group that is taken up again goes on where it was.
 */
export function turned(group: TaskGroup, turn: Turn, today: LocalDate): Outcome<TaskGroup> {
  const { standing } = group
  const to = turn.to === 'resumed' ? (standing.stage === 'paused' ? standing.was : 'paused') : turn.to
  const isTakenUp = turn.to === 'resumed'
  const isPaused = standing.stage === 'paused'
  if (!nextStages[standing.stage].includes(to) || (isTakenUp !== isPaused && turn.to !== 'ended')) return refuse('not-now', `This group is at “${stageWords[standing.stage]}”, from where it cannot go to “${stageWords[to]}”. Look at it again.`)
  const on = turn.to === 'commissioned' ? turn.date : 'on' in turn ? turn.on : undefined
  // Commissioning gives the day that it was meant for anew.
  const wrong = on && wrongDay(on, turn.to === 'commissioned' ? [] : stageDays(group), today)
  if (wrong !== undefined) return refuse('invalid', '', [{ field: `${turn.to}-on`, found: on ?? '', message: wrong }])
  const next = { ...group, standing: standingAfter(standing, turn) }
  return ok(turn.to === 'commissioned' ? { ...next, commissioned: { date: turn.date, ...(turn.item === undefined ? {} : { item: turn.item }) } } : next)
}

/** The group with the meeting that considered its final report, or with that put right. Refused before there is one, and on a day before the report or still to come. */
export function consideredAt(group: TaskGroup, considered: Considered, today: LocalDate): Outcome<TaskGroup> {
  const { standing } = group
  if (standing.stage !== 'final') return refuse('not-now', `This group is at “${stageWords[standing.stage]}”: it has no final report that could have been considered. Look at it again.`)
  const { considered: _before, ...report } = standing
  const wrong = wrongDay(considered.date, stageDays({ ...group, standing: report }), today)
  return wrong === undefined ? ok({ ...group, standing: { ...report, considered } }) : refuse('invalid', '', [{ field: 'considered-on', found: considered.date, message: wrong }])
}

function standingAfter(standing: Standing, turn: Turn): Standing {
  switch (turn.to) {
    case 'commissioned':
    case 'gathering':
      return { stage: turn.to }
    case 'draft':
      return { stage: 'draft', draft: { on: turn.on, says: turn.says, comments: [] } }
    case 'final':
      return { stage: 'final', on: turn.on, says: turn.says, recommendations: [...turn.recommendations], ...(standing.stage === 'draft' ? { draft: standing.draft } : {}) }
    case 'paused':
      return { stage: 'paused', on: turn.on, reason: turn.reason, was: standing.stage === 'gathering' ? 'gathering' : 'commissioned' }
    case 'ended':
      return { stage: 'ended', on: turn.on, reason: turn.reason }
    case 'resumed':
      return { stage: standing.stage === 'paused' ? standing.was : 'commissioned' }
  }
}

export function isUnderWay(stage: Stage): boolean {
  return nextStages[stage].length > 0
}

/** How far past its own end date a group is, in days: of one that reported, how late it did; undefined where it is in time, has no end date, or is paused or ended. */
export function daysLate(group: { readonly ends?: LocalDate | undefined; readonly standing: { readonly stage: Stage; readonly on?: LocalDate | undefined } }, today: LocalDate): number | undefined {
  const { ends, standing } = group
  if (ends === undefined || standing.stage === 'paused' || standing.stage === 'ended' || standing.stage === 'proposed') return undefined
  const late = daysBetween(ends, standing.stage === 'final' ? (standing.on ?? today) : today)
  return late > 0 ? late : undefined
}
