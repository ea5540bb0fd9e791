import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { actorKey } from '#access/actor.ts'
import { instantOf } from '#features/meetings'
import { assemblingAgain } from '../model/last-check.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import { releaseKept, releasesDue } from '../store/read-releases.ts'
import { publishRelease } from './publish-release.ts'
import { turnRelease, type ReleasesApp } from './turn-release.ts'

/**
 * Publishes the releases whose moment has come. One that is not any more what was approved does not go out: it comes back to be put together, with the reason, and
 * whoever makes it finds it under "Your work".
 */
export async function publishDue(context: Context, app: ReleasesApp): Promise<Outcome<void>> {
  const due = await context.database.read(actorKey(context.actor), (reader) => releasesDue(reader, instantOf(context.today, app.now())))
  for (const kept of due) {
    const published = await publishRelease(context, app, kept)
    if (!published.ok) await comeBack(context, app, kept, published.refusal)
  }
  return ok(undefined)
}

async function comeBack(context: Context, app: ReleasesApp, { body, period }: KeptRelease, { message, faults }: Refusal): Promise<void> {
  const now = await context.database.read(actorKey(context.actor), (reader) => releaseKept(reader, { body, period }))
  // Somebody may have published, moved or changed it at that moment: then it is theirs.
  if (now?.standing.state !== 'embargoed' || new Date(now.standing.until) > instantOf(context.today, app.now())) return
  const back = `It was not published at its moment. ${[message, ...faults.map((fault) => fault.message)].join(' ')}`.slice(0, 2000)
  await turnRelease(context, app, now, { verb: 'releases.publish', did: 'stopped' }, async ({ standing }) => ok({ change: { standing: assemblingAgain(standing, back) }, words: back }))
}
