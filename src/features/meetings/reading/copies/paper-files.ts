import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { issuedFile, issuedPicture } from '../../publication/issued-meetings.ts'
import { publishedFile, publishedPicture } from '../../publication/published-files.ts'
import { meetingAddress, openPack, readPack, type MeetingAddress } from '../rights/open-reading.ts'
import { figuresOf } from './paper-pictures.ts'

interface KeptFile {
  readonly mediaType: string
  readonly name?: string
}

/** `/staff/packs/{body}/{date}/pictures/{checksum}`: a picture of a paper that this reader may read. */
export const paperPicture: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/pictures/:checksum',
  show: (request, app) => fileOf(request, app, { anybody: publishedPicture, members: issuedPicture, inline: true }),
}

/** `/staff/packs/{body}/{date}/files/{checksum}/{name}`: a document as it was supplied. */
export const paperFile: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/files/:checksum/:name',
  show: (request, app) => fileOf(request, app, { anybody: publishedFile, members: issuedFile, inline: false }),
}

type Find = (reader: Reader, body: string, date: MeetingAddress['date'], checksum: string) => Promise<KeptFile | undefined>

interface Kind {
  /** Finds what anybody may read, and what the body's members may. */
  readonly anybody: Find
  readonly members: Find
  readonly inline: boolean
}

const none = refuse('not-found', 'No paper of this meeting has this file.')

async function fileOf(request: StaffRequest, app: MeetingsApp, kind: Kind): Promise<StaffAnswer> {
  const address = meetingAddress(request)
  const { checksum = '' } = request.params
  if (!address.ok || !/^[0-9a-f]{64}$/.test(checksum)) return { kind: 'refused', refusal: none.refusal }
  const found = await readPack(request.context, address.value, (reader) => allowedFile(reader, request, address.value, kind))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const bytes = await app.files.get(checksum)
  if (bytes === undefined) return { kind: 'refused', refusal: refuse('unavailable', 'The file is missing from the file store. Ask an administrator to restore it.').refusal }
  const { mediaType, name } = found.value
  return { kind: 'file', contentType: mediaType, body: bytes, inline: kind.inline, ...(name === undefined ? {} : { filename: name }) }
}

async function allowedFile(reader: Reader, { context, params }: StaffRequest, address: MeetingAddress, { anybody, members }: Kind): Promise<Outcome<KeptFile>> {
  const { checksum = '' } = params
  const open = await anybody(reader, address.body, address.date, checksum)
  if (open !== undefined) return ok(open)
  const withheld = await members(reader, address.body, address.date, checksum)
  if (withheld === undefined) return none
  const pack = await openPack(reader, context, address)
  if (!pack.ok) return pack
  const { right, papers } = pack.value
  const isOwn = right.sees === 'own-items' && [...figuresOf(papers), ...papers.flatMap(({ file }) => file ?? [])].some((file) => file.checksum === checksum)
  return right.sees === 'everything' || isOwn ? ok(withheld) : refuse('not-allowed', 'This belongs to papers that are for the members of the body and its officers.')
}
