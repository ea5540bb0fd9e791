import { refuse } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { claimPublication, endWithRefusal, silentPublications, type PublicationRecord } from './keep-publication.ts'
import { runPublication } from './run-publication.ts'

/** How long, in milliseconds, a publication may be silent before somebody else takes it up: six times the usual beat. */
const silence = 60_000
/** How often a publication is begun before it is given up. */
const mostAttempts = 3

/**
 * Takes up the publications whose process was stopped: nothing of them is published yet, since a version is written whole or not at all. One that was begun
 * three times is given up and said to have failed. Each is the deed of the person who asked for it. For the minutely job; and for the start of a process that
 * has the store to itself, when whatever was heard of before `silentSince` is left by one that is gone.
 */
export async function resumePublications(app: MeetingsApp, silentSince = new Date(app.now().getTime() - silence)): Promise<void> {
  const own = app.context()
  const silent = await own.database.read(actorKey(own.actor), (reader) => silentPublications(reader, silentSince))
  for (const record of silent) {
    const context: Context = { ...own, actor: record.askedBy, door: 'job' }
    if (record.attempts >= mostAttempts) await giveUp(context, app, record)
    else await runPublication(context, app, record.id)
  }
}

async function giveUp(context: Context, app: MeetingsApp, { id, heartbeat }: PublicationRecord): Promise<void> {
  const refused = refuse('unavailable', `The machine stopped ${mostAttempts} times while this version was being made, and nothing was published. Tell whoever runs this service.`)
  const attempt = await context.database.write(actorKey(context.actor), async (tx) => {
    const claimed = await claimPublication(tx, id, heartbeat, app.now())
    if (claimed !== undefined) await endWithRefusal(tx, { id, attempt: claimed }, refused.refusal, app.now())
    return claimed
  })
  if (attempt !== undefined) await act(context, { verb: 'meetings.publish', subject: { kind: 'publication', id }, detail: { step: 'given up' } }, () => Promise.resolve(refused))
}
