import { ok, refuse, type Outcome } from '#core/outcome.ts'

export const minutesStates = ['draft', 'circulated', 'confirmed', 'signed'] as const

/** How far the minutes of a meeting have come. */
export type MinutesState = (typeof minutesStates)[number]

/** Where they may go from where they are. Circulated minutes are circulated again with each correction. */
export const turnsOfMinutes: Readonly<Record<MinutesState, readonly MinutesState[]>> = {
  draft: ['circulated'],
  circulated: ['circulated', 'confirmed'],
  confirmed: ['signed'],
  signed: [],
}

/** Whether what is minuted may still be written: until the body has confirmed it. */
export function mayBeWritten(state: MinutesState): boolean {
  return turnsOfMinutes[state].includes('circulated')
}

const whyNot: Readonly<Record<MinutesState, string>> = {
  draft: 'These minutes are a draft. Circulate them first; a later meeting of the body can then confirm them.',
  circulated: 'These minutes are circulated and not confirmed yet. They are signed once a later meeting of the body has confirmed them.',
  confirmed: 'These minutes are confirmed as a correct record, and stay as they are. What is wrong in them is put right by a resolution of a later meeting: minute it there.',
  signed: 'These minutes are confirmed and signed, and stay as they are. What is wrong in them is put right by a resolution of a later meeting: minute it there.',
}

/** Refused where minutes in this state do not go there, with what to do instead. */
export function mayTurn(from: MinutesState, to: MinutesState): Outcome<void> {
  return turnsOfMinutes[from].includes(to) ? ok(undefined) : refuse('not-now', whyNot[from])
}

/** Refused once they are confirmed, with what to do instead. */
export function mayWrite(state: MinutesState): Outcome<void> {
  return mayBeWritten(state) ? ok(undefined) : refuse('not-now', whyNot[state])
}

/** The state as the public reads it. */
export const stateInWords: Readonly<Record<MinutesState, string>> = {
  draft: 'Not circulated',
  circulated: 'Draft, to be confirmed',
  confirmed: 'Confirmed',
  signed: 'Confirmed and signed',
}
