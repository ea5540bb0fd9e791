import { resumePublications } from '#features/meetings'
import { makeJobs, type Jobs } from '#platform/jobs/jobs.ts'
import { sendQueued } from '#platform/mail/send-queued.ts'
import { smtpTransport, type MailTransport } from '#platform/mail/smtp-transport.ts'
import type { Application } from '../application.ts'
import { copyReferences, fileReferences, minutelyWork } from '../features.ts'
import { clearLeftFiles } from '../left-files.ts'
import { keepHouse } from './housekeeping.ts'

const everyMinute = '* * * * *'
const everyHour = '7 * * * *'
const everyNight = '37 2 * * *'

/**
 * Starts what the product does by itself: the queue is in the database, so that several processes share it and none loses a job. Without `keepsHouse` this process leaves
 * the work of each hour and night in the queue, for another.
 */
export async function startJobs(app: Application, { keepsHouse }: { readonly keepsHouse: boolean }): Promise<{ stop: () => Promise<void> }> {
  const transport = transportOf(app)
  const jobs = makeJobs(app.database, { failed: (err, job) => app.log.error({ err, job }, 'a job failed; it is tried again in its turn') })
  jobs.define('mail', async () => void (await sendQueued(app.database, transport, app.now())))
  jobs.every(everyMinute, 'mail')
  jobs.define('publications', async () => {
    await resumePublications(app)
    await publishAtMoments(app)
  })
  jobs.every(everyMinute, 'publications')
  if (keepsHouse) keepHouseWith(jobs, app)
  await jobs.start()
  // The embedded store is open to one process at a time: nobody else is at work on what was under way in it.
  if (app.database.kind === 'embedded') app.background('publications', () => resumePublications(app, app.now()))
  return {
    stop: async () => {
      await jobs.stop()
      transport?.close()
    },
  }
}

/** Publishes what was approved to go out at a moment that has come. */
async function publishAtMoments(app: Application): Promise<void> {
  for (const { name, work } of minutelyWork) {
    const done = await work(app.contextOf({ kind: 'operator', name: 'housekeeping' }, 'job'), app)
    if (!done.ok) app.log.warn({ kind: done.refusal.kind }, `${name}: not done`)
  }
}

function keepHouseWith(jobs: Jobs, app: Application): void {
  jobs.define('housekeeping', () => keepHouse(app))
  jobs.every(everyHour, 'housekeeping')
  jobs.define('left-files', async () => {
    const cleared = await clearLeftFiles(app.contextOf({ kind: 'operator', name: 'housekeeping' }, 'job'), app.files, [...fileReferences, ...copyReferences], app.now())
    if (!cleared.ok) app.log.warn({ kind: cleared.refusal.kind }, 'files to which nothing refers were not cleared')
  })
  jobs.every(everyNight, 'left-files')
}

/** Mail comes from the council's office, as its own facts name it. */
function transportOf(app: Application): MailTransport | undefined {
  const { smtpUrl } = app.config
  const from = app.county.current()?.county.contact.email ?? `golden-thread@${new URL(app.origin).hostname}`
  return smtpUrl === undefined ? undefined : smtpTransport(smtpUrl, from)
}
