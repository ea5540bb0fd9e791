import { setTimeout as wait } from 'node:timers/promises'
import { act } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { supplementsOf } from '../../publication/published-files.ts'
import { whenInWords } from '../../record/meeting-words.ts'
import { meetingAddress, openPack, packAddress, readPack, readingOf, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import { copyMaterial, type CopyAsked } from './build-copy.ts'
import { keptCopy, prepareCopy, type KeptCopy } from './kept-copies.ts'
import { hasOwnCopies } from './take-along.ts'

/** A short pack is set within this time and sent at once; for a long one the reader looks again. */
const patience = 4000

/** `/staff/packs/{body}/{date}/pack.pdf`: the reader's own copy where there is an exempt part for them, else the public pack. */
export const packDownload: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/pack.pdf',
  show: async (request, app) => {
    const address = meetingAddress(request)
    return address.ok ? download(request, app, address.value) : { kind: 'refused', refusal: address.refusal }
  },
}

/** `/staff/packs/{body}/{date}/supplements/{number}`: the same of a supplement. */
export const supplementDownload: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/supplements/:number',
  show: async (request, app) => {
    const address = meetingAddress(request)
    const { number = '' } = request.params
    if (!address.ok) return { kind: 'refused', refusal: address.refusal }
    if (!/^[1-9]\d{0,3}$/.test(number)) return { kind: 'refused', refusal: noDocument.refusal }
    return download(request, app, { ...address.value, supplement: Number(number) })
  },
}

const noDocument = refuse('not-found', 'There is no such document of this meeting.')

async function download(request: StaffRequest, app: MeetingsApp, asked: CopyAsked): Promise<StaffAnswer> {
  const opened = await readPack(request.context, asked, (reader) => openPack(reader, request.context, asked))
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal }
  const pack = opened.value
  if (!hasOwnCopies(pack)) return publicDocument(request, app, asked, pack)
  const copy = await ownCopy(request, app, asked)
  if (copy === 'being-prepared') return beingPrepared(asked, pack)
  return copy.ok ? send(request, app, asked, { checksum: copy.value.checksum, verb: 'packs.read-withheld', pack }) : { kind: 'refused', refusal: copy.refusal }
}

/** The copy that is kept, or one that is made now; what takes longer than a reader waits goes on behind. */
async function ownCopy(request: StaffRequest, app: MeetingsApp, asked: CopyAsked): Promise<Outcome<KeptCopy> | 'being-prepared'> {
  const { actor } = request.session
  const context = { ...request.context, actor }
  const read = await look(context, readingOf(asked, 'packs.read-withheld'), async (reader) => {
    const material = await copyMaterial(reader, context, asked)
    return material.ok ? ok({ material: material.value, kept: await keptCopy(reader, actor.person, material.value) }) : material
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

async function publicDocument(request: StaffRequest, app: MeetingsApp, asked: CopyAsked, pack: OpenPack): Promise<StaffAnswer> {
  if (asked.supplement === undefined) return pack.pack === undefined ? { kind: 'refused', refusal: noDocument.refusal } : send(request, app, asked, { checksum: pack.pack.checksum, verb: 'packs.read', pack })
  const read = await readPack(request.context, asked, async (reader) => ok(await supplementsOf(reader, asked.body, asked.date)))
  const found = read.ok ? read.value.find(({ number }) => number === asked.supplement) : undefined
  return found === undefined ? { kind: 'refused', refusal: noDocument.refusal } : send(request, app, asked, { checksum: found.pdf, verb: 'packs.read', pack })
}

/** Each download is one row of the audit. */
async function send(request: StaffRequest, app: MeetingsApp, asked: CopyAsked, { checksum, verb, pack }: { readonly checksum: string; readonly verb: string; readonly pack: OpenPack }): Promise<StaffAnswer> {
  const bytes = await app.files.get(checksum)
  if (bytes === undefined) return { kind: 'refused', refusal: refuse('unavailable', 'The file is missing from the file store. Ask an administrator to restore it.').refusal }
  const deed = { ...readingOf(asked, verb), detail: { version: pack.version, supplement: asked.supplement ?? 0, done: 'downloaded' } }
  const taken = await act(request.context, deed, () => Promise.resolve(ok(undefined)))
  if (!taken.ok) return { kind: 'refused', refusal: taken.refusal }
  return { kind: 'file', contentType: 'application/pdf', body: bytes, filename: fileName(asked, pack.version), inline: false }
}

function fileName({ body, date, version, supplement }: CopyAsked, standing: number): string {
  return `${body}-${date}${supplement === undefined ? '' : `-supplement-${supplement}`}${version === undefined ? '' : `-version-${standing}`}.pdf`
}

function beingPrepared(asked: CopyAsked, { meeting }: OpenPack): StaffAnswer {
  const own = packAddress(asked)
  const version = asked.version === undefined ? '' : `?version=${asked.version}`
  const here = `${own}/${asked.supplement === undefined ? 'pack.pdf' : `supplements/${asked.supplement}`}${version}`
  return {
    kind: 'page',
    title: 'Your copy is being prepared',
    crumbs: crumbsOf(asked, `${meeting.bodyName}, ${whenInWords(meeting)}`),
    body: html`<p class="govuk-body-l">A long pack takes up to a minute. It bears your name on each page, so it is made for you.</p>
<p class="govuk-body" data-look-again>${link(here, 'Look again')}</p>
<p class="govuk-body">Meanwhile you can ${link(`${own}/read${version}`, 'read the papers here')}.</p>`,
  }
}

function crumbsOf(asked: MeetingAddress, text: string) {
  return [
    { text: 'My packs', href: '/staff/packs' },
    { text, href: packAddress(asked) },
  ]
}
