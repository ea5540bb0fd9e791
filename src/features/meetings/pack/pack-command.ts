import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { formatDay } from '#core/date-words.ts'
import { parseDate, type LocalDate } from '#core/dates.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage } from '#platform/command/command.ts'
import { checksumOf } from '#platform/files/content-store.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import { supplementsOf } from '../publication/published-files.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'
import { membersPack } from '../reading/copies/build-copy.ts'

interface WrittenPack {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly version: number
}

/** `pack BODY DATE --out FILE.pdf`: the pack of a meeting as it was published, for the public or as one reader's copy with the exempt part, or a supplement to it. */
export const packCommand = command({
  name: 'pack',
  summary: 'Write the published pack of a meeting to a PDF file',
  description: 'With --for members it is one reader’s copy, with the exempt part, and bears the reader’s name on each page.',
  needs: 'application',
  arguments: [
    { name: 'body', summary: 'the address word of the body, e.g. cabinet' },
    { name: 'date', summary: 'the day of the meeting, e.g. 2023-07-07' },
  ],
  options: {
    for: { type: 'string', value: 'public|members', default: 'public', summary: 'whose pack' },
    reader: { type: 'string', value: 'NAME', summary: 'whose copy it is, with --for members' },
    supplement: { type: 'string', value: 'N', summary: 'the public supplement of this number instead of the pack' },
    out: { type: 'string', value: 'FILE.pdf', summary: 'where to write it (required)' },
  },
  run: async (input, { folder }, app: MeetingsApp) => {
    const [body = '', day = ''] = input.words
    const date = parseDate(day)
    const { out, for: audience, reader, supplement } = input.options
    if (date === undefined) return wrongUsage(`${JSON.stringify(day)} is not a day. Give it as 2023-07-07.`)
    if (out === undefined) return wrongUsage('Say where to write the pack: --out FILE.pdf')
    if (audience !== 'public' && audience !== 'members') return wrongUsage('Say whose pack: --for public or --for members.')
    if (audience === 'members' && reader === undefined) return wrongUsage('Say whose copy it is: --reader NAME. The name stands on each page.')
    if (audience === 'members' && supplement !== undefined) return wrongUsage('With --supplement only the public one is written: leave --for out.')
    const found = audience === 'members' ? await membersPack(app, { body, date }, { name: reader ?? '' }) : await publicPack(app, body, date, supplement)
    if (!found.ok) return found
    const problem = await write(resolve(folder, out), found.value.pdf, audience)
    if (problem !== undefined) return refuse('unavailable', `${out} could not be written: ${problem}`)
    const { pdf, pages, version } = found.value
    return ok({ text: `${out}: ${pages} pages, version ${version}`, json: { file: out, version, pages, bytes: pdf.byteLength, sha256: checksumOf(pdf) } })
  },
})

async function publicPack(app: MeetingsApp, body: string, date: LocalDate, supplement: string | undefined): Promise<Outcome<WrittenPack>> {
  const { database } = app.context()
  const found = await database.readPublished((reader) => publishedMeeting(reader, body, date))
  if (found === undefined) return refuse('not-found', `No meeting of ${body} is published for ${formatDay(date)}.`)
  if (supplement !== undefined) {
    const one = (await database.readPublished((reader) => supplementsOf(reader, body, date))).find(({ number }) => String(number) === supplement)
    if (one === undefined) return refuse('not-found', `The meeting of ${found.meeting.bodyName} on ${formatDay(date)} has no supplement ${supplement}.`)
    return kept(app, one.pdf, { pages: one.sheets, version: one.version })
  }
  if (found.pack === undefined) return refuse('not-found', `No pack is published for the meeting of ${found.meeting.bodyName} on ${formatDay(date)}.`)
  return kept(app, found.pack.checksum, { pages: found.pack.pages, version: found.version })
}

async function kept(app: MeetingsApp, checksum: string, facts: Omit<WrittenPack, 'pdf'>): Promise<Outcome<WrittenPack>> {
  const pdf = await app.files.get(checksum)
  return pdf === undefined ? refuse('unavailable', 'The pack is missing from the file store. Restore the store from a backup.') : ok({ pdf, ...facts })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist.',
  EACCES: 'this account may not write there.',
  EISDIR: 'it is a folder; give a file name.',
  ENOSPC: 'the disk is full.',
  EROFS: 'the disk can only be read.',
}

/** Why the file could not be written, or undefined when it was. A member's copy is for the eyes of this account alone, also where the file was there before. */
async function write(file: string, bytes: Uint8Array, audience: 'public' | 'members'): Promise<string | undefined> {
  try {
    const handle = await open(file, 'w', audience === 'members' ? 0o600 : 0o666)
    try {
      if (audience === 'members') await handle.chmod(0o600)
      await handle.writeFile(bytes)
    } finally {
      await handle.close()
    }
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code]
    if (reason === undefined) throw error
    return reason
  }
}
