/** What a body's terms of reference allow for public participation, in minutes. */
interface SpeakingTime {
  readonly minutesInAll?: number | undefined
  readonly minutesEach?: number | undefined
}

/** How the accepted speakers fit into the time. */
export interface Slots {
  /** How many slots fit; left out where the body's terms do not set both figures. */
  readonly fit?: number
  /** "6 slots of 3 minutes fit in 20; 2 minutes left." */
  readonly words: string
  /** What is wrong with so many speakers; left out where they fit. */
  readonly warning?: string
}

/** Works out how many slots fit into the time that the body's own terms allow, and whether so many speakers are too many. */
export function slotsOf({ minutesInAll, minutesEach }: SpeakingTime, accepted: number): Slots {
  if (minutesEach === undefined && minutesInAll === undefined) return { words: 'The body’s terms of reference set no minutes: the chair decides how long each person speaks.' }
  if (minutesEach === undefined) return { words: `The body’s terms of reference allow ${minutes(minutesInAll ?? 0)} in all, and do not say how long each person has.` }
  if (minutesInAll === undefined) return { words: `Each person has ${minutes(minutesEach)}. The body’s terms of reference set no limit in all.` }
  const fit = Math.floor(minutesInAll / minutesEach)
  const left = minutesInAll - fit * minutesEach
  const words = `${fit === 1 ? '1 slot' : `${fit} slots`} of ${minutes(minutesEach)} ${fit === 1 ? 'fits' : 'fit'} in ${minutesInAll}; ${left === 0 ? 'no minutes' : minutes(left)} left.`
  return accepted <= fit ? { fit, words } : { fit, words, warning: tooMany(accepted, fit, minutesEach, minutesInAll) }
}

function tooMany(accepted: number, fit: number, each: number, inAll: number): string {
  const people = accepted === 1 ? '1 person is' : `${accepted} people are`
  return `${people} accepted, ${accepted - fit} more than ${fit === 1 ? 'the 1 slot' : `the ${fit} slots`}: ${minutes(accepted * each)} against ${inAll}.`
}

function minutes(count: number): string {
  return count === 1 ? '1 minute' : `${count} minutes`
}
