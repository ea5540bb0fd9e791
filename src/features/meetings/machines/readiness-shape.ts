import { z } from 'zod'

/** Whether a meeting can be published as it stands: the same as the command `ready` says. */
export const readinessShape = z
  .object({
    isReady: z.boolean(),
    kind: z.string().nullable().describe('What publishing would be now: agenda, supplement, correction, withdrawal, release or state; null where nothing has changed.'),
    version: z.int().nullable().describe('The version that stands.'),
    clearWorkingDays: z.int().nullable().describe('Clear working days left before the meeting.'),
    isLate: z.boolean().describe('Fewer than five are left, so that the chair’s reason is needed.'),
    stops: z.array(z.string()).describe('What stands in the way.'),
    told: z.array(z.string()).describe('What to know besides.'),
  })
  .meta({ id: 'Readiness' })
