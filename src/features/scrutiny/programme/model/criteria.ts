/**
 * What a topic is held against before it joins a programme. A topic need not meet them all: they guide which comes first. From the criteria that the
 * overview and scrutiny board of the example county uses.
 */
export const criteria = {
  priority: 'Is it a priority of the council?',
  localPeople: 'Is it a key issue for local people?',
  practicable: 'Can what comes of the scrutiny be put into practice?',
  improvement: 'Will it make things better for local people?',
  poorService: 'Does it look at a service that performs poorly?',
  councilWorking: 'Will it improve how the council works?',
  newLaw: 'Is there new government guidance or legislation?',
} as const

export type Criterion = keyof typeof criteria
export const criterionNames = Object.keys(criteria) as Criterion[]

/** A word or two for the head of a column. */
export const shortCriteria: Readonly<Record<Criterion, string>> = {
  priority: 'Priority',
  localPeople: 'Local people',
  practicable: 'Practicable',
  improvement: 'Better lives',
  poorService: 'Poor service',
  councilWorking: 'How we work',
  newLaw: 'New law',
}

export const scoreAnswers = ['yes', 'partly', 'no'] as const
export type ScoreAnswer = (typeof scoreAnswers)[number]

export interface Score {
  readonly answer: ScoreAnswer
  /** A word on why. */
  readonly why?: string | undefined
}

/** A criterion that nobody has held the topic against is left out. */
export type Scores = { readonly [Name in Criterion]?: Score | undefined }

const weights: Readonly<Record<ScoreAnswer, number>> = { yes: 2, partly: 1, no: 0 }

/** By which topics are set in order: a yes counts 2, a partly 1. */
export function scoreWeight(scores: Scores): number {
  return criterionNames.reduce((sum, name) => sum + (scores[name] === undefined ? 0 : weights[scores[name].answer]), 0)
}

/** "5 yes, 1 partly, 1 no"; "Not scored" where nobody has. */
export function scoreInWords(scores: Scores): string {
  const counts = scoreAnswers.map((answer) => ({ answer, count: criterionNames.filter((name) => scores[name]?.answer === answer).length })).filter(({ count }) => count > 0)
  return counts.length === 0 ? 'Not scored' : counts.map(({ answer, count }) => `${count} ${answer}`).join(', ')
}
