import { setTimeout as wait } from 'node:timers/promises'
import { act, type Context } from '#access/act.ts'
import type { PersonActor } from '#access/actor.ts'
import { look } from '#access/look.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { FileAnswer } from '#platform/http/file-headers.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { supplementsOf } from '../../publication/published-files.ts'
import { openPack, readPack, readingOf, type OpenPack } from '../rights/open-reading.ts'
import { copyMaterial, type CopyAsked } from './build-copy.ts'
import { keptCopy, prepareCopy, type KeptCopy } from './kept-copies.ts'
import { hasOwnCopies } from './take-along.ts'

/** A short pack is set within this time and sent at once; for a long one the reader looks again. */
const patience = 4000

/** What somebody gets who asks for a pack or a supplement. */
type OwnDocument = { readonly state: 'here'; readonly file: FileAnswer } | { readonly state: 'being-prepared'; readonly pack: OpenPack }

type ReaderContext = Context & { readonly actor: PersonActor }

export const noDocument = refuse('not-found', 'There is no such document of this meeting.')

/** The reader's own copy where there is an exempt part for them, else the public document. What takes longer than a reader waits goes on behind. */
export async function ownDocument(context: ReaderContext, app: MeetingsApp, asked: CopyAsked): Promise<Outcome<OwnDocument>> {
  const opened = await readPack(context, asked, (reader) => openPack(reader, context, asked))
  if (!opened.ok) return opened
  const pack = opened.value
  if (!hasOwnCopies(pack)) return publicDocument(context, app, asked, pack)
  const copy = await ownCopy(context, app, asked)
  if (copy === 'being-prepared') return ok({ state: copy, pack })
  return copy.ok ? deliver(context, app, asked, { checksum: copy.value.checksum, verb: 'packs.read-withheld', pack }) : copy
}

/** The copy that is kept, or one that is made now. */
async function ownCopy(context: ReaderContext, app: MeetingsApp, asked: CopyAsked): Promise<Outcome<KeptCopy> | 'being-prepared'> {
  const read = await look(context, readingOf(asked, 'packs.read-withheld'), async (reader) => {
    const material = await copyMaterial(reader, context, asked)
    return material.ok ? ok({ material: material.value, kept: await keptCopy(reader, context.actor.person, material.value) }) : material
  })
  if (!read.ok) return read
  const { material, kept } = read.value
  // A store restored from a backup may lack copies: they are made anew.
  if (kept !== undefined && (await app.files.has(kept.checksum))) return ok(kept)
  const asleep = new AbortController()
  const made = prepareCopy(app, context, asked, material)
  const first = await Promise.race([made, wait(patience, 'being-prepared' as const, { signal: asleep.signal })])
  asleep.abort()
  return first
}

async function publicDocument(context: Context, app: MeetingsApp, asked: CopyAsked, pack: OpenPack): Promise<Outcome<OwnDocument>> {
  if (asked.supplement === undefined) return pack.pack === undefined ? noDocument : deliver(context, app, asked, { checksum: pack.pack.checksum, verb: 'packs.read', pack })
  const read = await readPack(context, asked, async (reader) => ok(await supplementsOf(reader, asked.body, asked.date)))
  const found = read.ok ? read.value.find(({ number }) => number === asked.supplement) : undefined
  return found === undefined ? noDocument : deliver(context, app, asked, { checksum: found.pdf, verb: 'packs.read', pack })
}

/** Each download is one row of the audit. */
async function deliver(context: Context, app: MeetingsApp, asked: CopyAsked, { checksum, verb, pack }: { readonly checksum: string; readonly verb: string; readonly pack: OpenPack }): Promise<Outcome<OwnDocument>> {
  const bytes = await app.files.get(checksum)
  if (bytes === undefined) return refuse('unavailable', 'The file is missing from the file store. Ask an administrator to restore it.')
  const deed = { ...readingOf(asked, verb), detail: { version: pack.version, supplement: asked.supplement ?? 0, done: 'downloaded' } }
  const file = { contentType: 'application/pdf', body: bytes, filename: fileName(asked, pack.version), inline: false }
  return act(context, deed, () => Promise.resolve(ok({ state: 'here' as const, file })))
}

function fileName({ body, date, version, supplement }: CopyAsked, standing: number): string {
  return `${body}-${date}${supplement === undefined ? '' : `-supplement-${supplement}`}${version === undefined ? '' : `-version-${standing}`}.pdf`
}
