const hour = 60 * 60_000

/**
 * When to write to somebody of new comments on a paper, at most once an hour: now, or an hour after the last time. Undefined where a mail waits
 * already that will be sent after this comment was made.
 */
export function nextTelling(toldAt: Date | undefined, now: Date): Date | undefined {
  if (toldAt === undefined) return now
  if (toldAt > now) return undefined
  return new Date(Math.max(now.getTime(), toldAt.getTime() + hour))
}
