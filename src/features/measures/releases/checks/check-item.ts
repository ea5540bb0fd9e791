import type { FigureKey } from '../../observations/observation.ts'

/** What a release is held against before it goes out. An error stops it; with a warning it may go out, and why is kept. */
export const checkKinds = {
  'no-measure': ['error', 'There is no measure in it'],
  'unknown-measure': ['error', 'A measure is not there, or is not of this body'],
  protection: ['error', 'Small numbers could be worked out'],
  'figure-missing': ['error', 'A figure of the period is missing'],
  'exception-unconfirmed': ['error', 'An exception that its owner has not explained'],
  'claim-unsupported': ['error', 'A claim that the figures do not bear'],
  'number-hidden': ['error', 'Words tell a number that is hidden'],
  'parts-revised': ['error', 'A correction after which parts and whole do not add up'],
  'figure-not-due': ['warning', 'A figure that is not known yet'],
  'figure-not-available': ['warning', 'A figure that is said not to be available'],
  provisional: ['warning', 'A provisional figure'],
  unconfirmed: ['warning', 'A measure that its owner has not confirmed: the public reads so'],
  'target-old': ['warning', 'A target that nobody has reviewed for two years'],
  'definition-changed': ['warning', 'A definition that changed since the last release'],
  revised: ['warning', 'A figure that differs from what was published'],
  'figure-jumps': ['warning', 'A figure far from what is usual'],
  'figure-new-in-past': ['warning', 'An earlier period that is given for the first time'],
  'parts-unlike-whole': ['warning', 'Parts that do not add up to their whole'],
  'claim-set-aside': ['warning', 'Words that their owner says are no claim about a measure'],
  'number-in-words': ['warning', 'A number in words that may tell a small one'],
  'person-named': ['warning', 'Words that may name or point to a child'],
  'counts-not-given': ['warning', 'A share without its counts: whether it tells a small number is not known'],
  'share-may-tell': ['warning', 'A share that may tell a small number'],
  'sum-not-tied': ['warning', 'A sum whose parts could not be held against it'],
  'told-by-other-measures': ['warning', 'Figures of other measures that reckon to a hidden number'],
  'breakdowns-may-nest': ['warning', 'Breakdowns of which one may lie within the other'],
  'rest-small': ['warning', 'A share that tells how few are left'],
  'signed-by-one': ['warning', 'Commentaries that one person signed for several posts'],
  'exception-left-out': ['warning', 'An exception of the last release that this one leaves out'],
} as const satisfies Readonly<Record<string, readonly ['error' | 'warning', string]>>

export type CheckKind = keyof typeof checkKinds

/** Where a figure of a measure stands. */
export type FigurePlace = Pick<FigureKey, 'area' | 'breakdown' | 'period'>

export interface CheckItem {
  readonly kind: CheckKind
  /** The slug of the measure that it is about, where it is about one. */
  readonly measure?: string
  /** The one figure of it that it is about, where it is about one. */
  readonly figure?: FigurePlace
  /** What was found, and what to do. */
  readonly message: string
}

/** Where a figure stands, without the rest of what is known of it. */
export function placeOf({ area, breakdown, period }: FigurePlace): FigurePlace {
  return { area, breakdown, period }
}

export function isError({ kind }: Pick<CheckItem, 'kind'>): boolean {
  return checkKinds[kind][0] === 'error'
}

/** The kinds of warning among what was found, in the order of the list: a reason is asked for each. */
export function warningsIn(found: readonly CheckItem[]): readonly CheckKind[] {
  return (Object.keys(checkKinds) as CheckKind[]).filter((kind) => !isError({ kind }) && found.some((item) => item.kind === kind))
}
