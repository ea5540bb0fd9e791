/** Words that say how many times as much. */
const manifolds: readonly (readonly [RegExp, number])[] = [[/\bdoubled\b/i, 2], [/\b(?:trebled|tripled)\b/i, 3], [/\bquadrupled\b/i, 4], [/\bhalved\b/i, 0.5]]

/** How far a figure may miss what is said of it, as a share: who says "doubled" of 98 after 50 is believed. */
const room = 0.05

/** Whether a figure is as many times an earlier one as the words say, or more; undefined where they say nothing of that. */
export function isManifold(said: string, now: number, before: number): boolean | undefined {
  const [, times] = manifolds.find(([pattern]) => pattern.test(said)) ?? []
  if (times === undefined) return undefined
  return times > 1 ? now >= before * times * (1 - room) : now <= before * times * (1 + room)
}
