import { parseDate } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { noSuchMeeting, noSuchVersion } from './meeting-page.ts'
import { publishedMeeting, publishedPicture } from '../publication/published-meetings.ts'

/** `/bodies/{body}/{date}/pack.pdf`, also of a version: the public pack as it was published. */
export async function packFile(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', version } = request.params
  const date = parseDate(day)
  if (date === undefined || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return noSuchMeeting
  const found = await publishedMeeting(request.read, body, date, version === undefined ? undefined : Number(version))
  if (found === undefined) return version === undefined ? noSuchMeeting : noSuchVersion
  const bytes = found.pack === undefined ? undefined : await request.file(found.pack.checksum)
  if (bytes === undefined) return { kind: 'not-found', message: 'No pack is published for this meeting.' }
  const name = `${body}-${date}${version === undefined ? '' : `-version-${version}`}.pdf`
  return { kind: 'file', contentType: 'application/pdf', body: bytes, filename: name, inline: true }
}

/** `/bodies/{body}/{date}/pictures/{checksum}`: a picture that a published paper of this meeting shows. */
export async function pictureFile(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', checksum = '' } = request.params
  const date = parseDate(day)
  if (date === undefined || !/^[0-9a-f]{64}$/.test(checksum)) return noSuchPicture
  const picture = await publishedPicture(request.read, body, date, checksum)
  const bytes = picture === undefined ? undefined : await request.file(checksum)
  if (picture === undefined || bytes === undefined) return noSuchPicture
  return { kind: 'file', contentType: picture.mediaType, body: bytes, inline: true }
}

const noSuchPicture = { kind: 'not-found', message: 'No published paper of this meeting shows this picture.' } as const satisfies Answer
