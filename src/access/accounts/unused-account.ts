/** Whether nobody has used an account for so many days; `lastUsed` is an ISO instant. */
export function isUnused(lastUsed: string, now: Date, unusedDays: number): boolean {
  return new Date(lastUsed) <= unusedSince(now, unusedDays)
}

/** Accounts last used at this moment or before are unused. */
export function unusedSince(now: Date, unusedDays: number): Date {
  return new Date(now.getTime() - unusedDays * 86_400_000)
}
