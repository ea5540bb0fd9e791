import { act, type Context } from '#access/act.ts'
import type { Actor, PersonId } from '#access/actor.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { packAddress, readingOf } from '../rights/open-reading.ts'
import type { ReadingTables } from '../tables.ts'
import { setCopy, type CopyAsked, type CopyMaterial } from './build-copy.ts'

/** A reader's own copy in the file store. */
export interface KeptCopy {
  readonly checksum: string
  readonly bytes: number
  readonly pages: number
}

/** The copy that was made for this person and version, under the name they have now; undefined where there is none yet. */
export async function keptCopy(reader: Reader, person: PersonId, { version, printed, supplement }: CopyMaterial): Promise<KeptCopy | undefined> {
  const { right, meeting } = printed
  return reader
    .tables<ReadingTables>()
    .selectFrom('work.member_packs as kept')
    .select(['kept.checksum', 'kept.bytes', 'kept.pages'])
    .where('kept.person', '=', person)
    .where('kept.body', '=', meeting.body)
    .where('kept.meeting_date', '=', meeting.date)
    .where('kept.version', '=', version)
    .where('kept.supplement', '=', supplement ?? 0)
    .where('kept.reader', '=', right.sees === 'everything' ? right.name : '')
    .executeTakeFirst()
}

/** What is being set in this process, so that a second press waits for the first. */
const building = new WeakMap<MeetingsApp['files'], Map<string, Promise<Outcome<KeptCopy>>>>()

/** Makes the copy and keeps it, unless that is being done already. It goes on after the answer was sent. */
export function prepareCopy(app: MeetingsApp, context: Context & { readonly actor: Actor & { readonly kind: 'person' } }, asked: CopyAsked, material: CopyMaterial): Promise<Outcome<KeptCopy>> {
  const own = building.get(app.files) ?? new Map<string, Promise<Outcome<KeptCopy>>>()
  building.set(app.files, own)
  const key = `${context.actor.person} ${packAddress(asked)} ${material.version} ${asked.supplement ?? 0}`
  const running = own.get(key)
  if (running !== undefined) return running
  const begun = makeCopy(app, context, asked, material).finally(() => own.delete(key))
  own.set(key, begun)
  app.background('a member’s copy of a pack', () => begun.then(() => undefined))
  return begun
}

async function makeCopy(app: MeetingsApp, context: Context & { readonly actor: Actor & { readonly kind: 'person' } }, asked: CopyAsked, material: CopyMaterial): Promise<Outcome<KeptCopy>> {
  const { right, meeting } = material.printed
  const name = right.sees === 'everything' ? right.name : context.actor.name
  const built = await setCopy(app, material, { name }, context.today)
  if (!built.ok) return built
  const copy = { checksum: await app.files.put(built.value.pdf), bytes: built.value.pdf.byteLength, pages: built.value.pageCount }
  const row = { reader: name, ...copy, built_at: app.now() }
  const deed = { ...readingOf(asked, 'packs.read-withheld'), detail: { version: material.version, supplement: asked.supplement ?? 0, done: 'prepared' } }
  return act(context, deed, async (tx) => {
    await tx
      .tables<ReadingTables>()
      .insertInto('work.member_packs')
      .values({ person: context.actor.person, body: meeting.body, meeting_date: meeting.date, version: material.version, supplement: asked.supplement ?? 0, ...row })
      .onConflict((conflict) => conflict.columns(['council', 'person', 'body', 'meeting_date', 'version', 'supplement'] as never).doUpdateSet(row))
      .execute()
    return ok(copy)
  })
}
