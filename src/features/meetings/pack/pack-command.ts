import { writeFile } from 'node:fs/promises'
import { formatDay } from '#core/date-words.ts'
import { parseDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { command, wrongUsage } from '#platform/command/command.ts'
import type { MeetingsApp } from '../import/import-meetings.ts'
import { publishedMeeting } from '../publication/published-meetings.ts'

/** `pack BODY DATE --out FILE.pdf`: the public pack of a meeting as it was published. */
export const packCommand = command({
  name: 'pack',
  summary: 'Write the published pack of a meeting to a PDF file',
  needs: 'application',
  arguments: [
    { name: 'body', summary: 'the address word of the body, e.g. cabinet' },
    { name: 'date', summary: 'the day of the meeting, e.g. 2023-07-07' },
  ],
  options: {
    for: { type: 'string', value: 'public', default: 'public', summary: 'whose pack: public' },
    out: { type: 'string', value: 'FILE.pdf', summary: 'where to write it (required)' },
  },
  run: async (input, _io, app: MeetingsApp) => {
    const [body = '', day = ''] = input.words
    const date = parseDate(day)
    const { out } = input.options
    if (date === undefined) return wrongUsage(`${JSON.stringify(day)} is not a day. Give it as 2023-07-07.`)
    if (out === undefined) return wrongUsage('Say where to write the pack: --out FILE.pdf')
    if (input.options.for !== 'public') return wrongUsage('The pack that is published is for the public: use --for public, or leave --for out.')
    const found = await app.context().database.readPublished((reader) => publishedMeeting(reader, body, date))
    if (found === undefined) return refuse('not-found', `No meeting of ${body} is published for ${formatDay(date)}.`)
    if (found.pack === undefined) return refuse('not-found', `No pack is published for the meeting of ${found.meeting.bodyName} on ${formatDay(date)}.`)
    const bytes = await app.files.get(found.pack.checksum)
    if (bytes === undefined) return refuse('unavailable', 'The pack is missing from the file store. Restore the store from a backup.')
    const problem = await write(out, bytes)
    if (problem !== undefined) return refuse('unavailable', `${out} could not be written: ${problem}`)
    const { pages, checksum } = found.pack
    return ok({ text: `${out}: ${pages} pages, version ${found.version}`, json: { file: out, version: found.version, pages, bytes: bytes.byteLength, sha256: checksum } })
  },
})

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder does not exist.',
  EACCES: 'this account may not write there.',
  EISDIR: 'it is a folder; give a file name.',
  ENOSPC: 'the disk is full.',
  EROFS: 'the disk can only be read.',
}

/** Why the file could not be written, or undefined when it was. */
async function write(file: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    await writeFile(file, bytes)
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code]
    if (reason === undefined) throw error
    return reason
  }
}
