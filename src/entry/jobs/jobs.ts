import { sendQueued } from '#platform/mail/send-queued.ts'
import { smtpTransport, type MailTransport } from '#platform/mail/smtp-transport.ts'
import type { Application } from '../application.ts'
import { keepHouse } from './housekeeping.ts'
import { repeat } from './repeat.ts'

const minute = 60_000

/** Starts what the product does by itself. Each job bears being run by several processes at once. */
export function startJobs(app: Application): { stop: () => Promise<void> } {
  const transport = transportOf(app)
  const failed = (job: string) => (err: unknown) => app.log.error({ err, job }, 'a job failed; it is tried again in its turn')
  const jobs = [
    repeat(minute, async () => void (await sendQueued(app.database, transport, app.now())), failed('mail')),
    repeat(60 * minute, () => keepHouse(app), failed('housekeeping')),
  ]
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()))
      transport?.close()
    },
  }
}

/** Mail comes from the council's office, as its own facts name it. */
function transportOf(app: Application): MailTransport | undefined {
  const { smtpUrl } = app.config
  const from = app.county.current()?.county.contact.email ?? `golden-thread@${new URL(app.origin).hostname}`
  return smtpUrl === undefined ? undefined : smtpTransport(smtpUrl, from)
}
