/** How long a session lasts. */
export interface SessionLimits {
  /** Ended when unused for so long. */
  readonly idleMinutes: number
  /** Ended after so long, however much it is used. */
  readonly absoluteHours: number
}

/** A working day at most, and half an hour away from the desk (OWASP ASVS 5.0, 7.3). */
export const usualSessionLimits: SessionLimits = { idleMinutes: 30, absoluteHours: 12 }

/** ISO instants. */
interface Times {
  readonly began: string
  readonly lastUsed: string
}

export function hasExpired({ began, lastUsed }: Times, now: Date, limits: SessionLimits): boolean {
  return new Date(began) <= oldestBeginning(now, limits) || new Date(lastUsed) <= oldestUse(now, limits)
}

/** Sessions that began at this moment or before are over. */
export function oldestBeginning(now: Date, limits: SessionLimits): Date {
  return new Date(now.getTime() - limits.absoluteHours * 3_600_000)
}

/** Sessions last used at this moment or before are over. */
export function oldestUse(now: Date, limits: SessionLimits): Date {
  return new Date(now.getTime() - limits.idleMinutes * 60_000)
}

/** Use is written down at most once a minute, so that reading pages does not mean writing rows. */
export function isWorthNoting(lastUsed: string, now: Date): boolean {
  return now.getTime() - new Date(lastUsed).getTime() >= 60_000
}
