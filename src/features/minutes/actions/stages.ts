import type { ActionState } from './action.ts'

/** How far it is, as a reader narrows a list. */
export const stages = ['waiting', 'answered', 'in-progress', 'done', 'closed', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

export const stageOf: Readonly<Record<ActionState, Stage>> = {
  asked: 'waiting',
  served: 'waiting',
  accepted: 'answered',
  'in-part': 'answered',
  rejected: 'answered',
  'in-progress': 'in-progress',
  done: 'done',
  closed: 'closed',
  withdrawn: 'withdrawn',
}

export const stageWords: Readonly<Record<Stage, string>> = {
  waiting: 'Asked, waiting for an answer',
  answered: 'Answered',
  'in-progress': 'In progress',
  done: 'Reported as done',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
}
