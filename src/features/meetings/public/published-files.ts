import { parseDate } from '#core/dates.ts'
import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { noSuchMeeting, noSuchVersion } from './meeting-page.ts'
import { publishedFile, publishedPicture, supplementsOf } from '../publication/published-files.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'

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

/** `/bodies/{body}/{date}/supplements/{number}`: a supplement as it was published. */
export async function supplementFile(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', number = '' } = request.params
  const date = parseDate(day)
  if (date === undefined) return noSuchMeeting
  const wanted = number.replace(/\.pdf$/, '')
  const supplement = (await supplementsOf(request.read, body, date)).find((one) => String(one.number) === wanted)
  const bytes = supplement === undefined ? undefined : await request.file(supplement.pdf)
  if (bytes === undefined) return { kind: 'not-found', message: 'This meeting has no supplement of this number. The page of the meeting lists them.' }
  return { kind: 'file', contentType: 'application/pdf', body: bytes, filename: `${body}-${date}-supplement-${wanted}.pdf`, inline: true }
}

/** `/bodies/{body}/{date}/files/{checksum}/{name}`: a document as it was supplied with a public paper. Only a PDF is shown in the browser; all else is saved. */
export async function suppliedFile(request: PublicRequest): Promise<Answer> {
  const { body = '', date: day = '', checksum = '' } = request.params
  const date = parseDate(day)
  if (date === undefined || !/^[0-9a-f]{64}$/.test(checksum)) return noSuchFile
  const file = await publishedFile(request.read, body, date, checksum)
  const bytes = file === undefined ? undefined : await request.file(checksum)
  if (file === undefined || bytes === undefined) return noSuchFile
  return { kind: 'file', contentType: file.mediaType, body: bytes, filename: file.name, inline: file.mediaType === 'application/pdf' }
}

const noSuchFile = { kind: 'not-found', message: 'No published paper of this meeting came with this file.' } as const satisfies Answer
