/** A meeting of a body with what is minuted of it. */
export interface MinutedMeeting {
  readonly date: string
  /** The numbers of the items that have a minute, in the order of the agenda. */
  readonly items: readonly number[]
  /** The number of each minute by its item, once circulation has fixed it; empty while the minutes are a draft. */
  readonly fixed: ReadonlyMap<number, number>
}

/**
 * The numbers of the minutes of a body's meetings, by the day of the meeting and the item. They run on across meetings: a fixed number stays; drafts go on
 * from the highest fixed one in the order of their days, and within a meeting in the order of its agenda. An item without a minute takes no number, and a
 * meeting without minutes, a cancelled one among them, takes none. `first` is the number with which the body's minutes begin here.
 */
export function minuteNumbers(meetings: readonly MinutedMeeting[], first: number): ReadonlyMap<string, ReadonlyMap<number, number>> {
  let last = Math.max(first - 1, ...meetings.flatMap(({ fixed }) => [...fixed.values()]))
  const numbers = new Map<string, ReadonlyMap<number, number>>()
  for (const { date, items, fixed } of meetings.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
    numbers.set(date, new Map(items.map((item) => [item, fixed.get(item) ?? (last += 1)])))
  }
  return numbers
}

/** The days of earlier meetings whose minutes are begun and not circulated: numbers run on, so those come first. */
export function draftsBefore(meetings: readonly MinutedMeeting[], date: string): string[] {
  return meetings.filter((meeting) => meeting.date < date && meeting.items.length > 0 && meeting.fixed.size === 0).map((meeting) => meeting.date).toSorted()
}
