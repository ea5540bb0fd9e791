import { refuse } from '#core/outcome.ts'
import { findAccountById } from '#access/accounts/account-store.ts'
import { recordRefusal, type Context } from '#access/act.ts'
import { actorKey, type Actor } from '#access/actor.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { nameOf } from './ask-publication.ts'
import { claimPublication, endWithRefusal, silentPublications, type PublicationRecord } from './keep-publication.ts'
import { takeUp } from './run-publication.ts'

/** How long, in milliseconds, a publication may be silent before somebody else takes it up: six times the usual beat. */
const silence = 60_000
/** How often a publication is begun before it is given up. */
const mostAttempts = 3

/**
 * Takes up the publications whose process was stopped: nothing of them is published yet, since a version is written whole or not at all. One that was begun
 * three times is given up and said to have failed, and so is one whose officer may no longer publish. Each is the deed of the person who asked for it, with the
 * roles that they have now. For the minutely job; and for the start of a process that has the store to itself, when whatever was heard of before `silentSince`
 * is left by one that is gone.
 */
export async function resumePublications(app: MeetingsApp, silentSince = new Date(app.now().getTime() - silence)): Promise<void> {
  const own = app.context()
  const silent = await own.database.read(actorKey(own.actor), (reader) => silentPublications(reader, silentSince))
  for (const record of silent) await resume(own, app, record)
}

async function resume(own: Context, app: MeetingsApp, record: PublicationRecord): Promise<void> {
  const actor = await actorNow(own, record.askedBy)
  const context: Context = { ...own, actor: actor ?? record.askedBy, door: 'job' }
  if (actor === undefined) await giveUp(context, app, record, noLonger(record.askedBy, 'has no open account any more'))
  else if (!context.may(actor, 'meetings.publish')) await giveUp(context, app, record, noLonger(actor, 'may no longer publish'))
  else if (record.attempts >= mostAttempts) await giveUp(context, app, record, stoppedTooOften)
  else await takeUp(context, app, record)
}

/** Somebody of the staff with the roles that they have today; undefined where their account is closed. */
async function actorNow(own: Context, asked: Actor): Promise<Actor | undefined> {
  if (asked.kind !== 'person') return asked
  const account = await own.database.read(actorKey(own.actor), (reader) => findAccountById(reader, asked.account, own.today))
  return account?.status === 'active' ? { ...asked, name: account.name, roles: account.roles } : undefined
}

const stoppedTooOften = refuse('unavailable', `The machine stopped ${mostAttempts} times while this version was being made, and nothing was published. Tell whoever runs this service.`)

function noLonger(asked: Actor, what: string) {
  return refuse('not-allowed', `The machine stopped while this version was being made, and ${nameOf(asked)}, who asked for it, ${what}. Nothing was published: somebody who may publish can ask for it again.`)
}

async function giveUp(context: Context, app: MeetingsApp, { id, heartbeat }: PublicationRecord, refused: typeof stoppedTooOften): Promise<void> {
  const attempt = await context.database.write(actorKey(context.actor), async (tx) => {
    const claimed = await claimPublication(tx, id, heartbeat, app.now())
    if (claimed !== undefined) await endWithRefusal(tx, { id, attempt: claimed }, refused.refusal, app.now())
    return claimed
  })
  if (attempt !== undefined) await recordRefusal(context, { verb: 'meetings.publish', subject: { kind: 'publication', id }, detail: { step: 'given up' } }, refused)
}
