import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse } from '#core/outcome.ts'
import { addDays } from '#core/dates.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, pageOfArray, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { parsePlace, placeText } from './calendar-query.ts'
import { meetingAddress, publishedMeeting as meetingShape, type PaperInAgenda } from '../record/meeting.ts'
import { meetingsInList, publishedMeeting, publishedPapers } from '../publication/published-meetings.ts'
import { supplementsOf } from '../publication/published-files.ts'
import { reportFrame } from '../record/report-file.ts'

const meetingInList = z
  .object({
    body: z.string(),
    bodyName: z.string(),
    date: day,
    time: z.string().optional(),
    title: z.string().optional(),
    venue: z.string().optional(),
    status: meetingShape.shape.status,
    isPublic: z.boolean(),
    hasAgenda: z.boolean(),
    page: z.url().describe('The meeting as a page for people.'),
  })
  .meta({ id: 'MeetingInList' })

const meetingRecord = meetingShape
  .extend({ version: z.int(), note: z.string(), publishedAt: z.iso.datetime(), page: z.url(), pack: z.object({ url: z.url(), bytes: z.int(), pages: z.int(), sha256: z.string() }).optional() })
  .meta({ id: 'MeetingVersion' })

const supplementRecord = z
  .object({
    number: z.int(),
    version: z.int().describe('The version of the meeting that it came with.'),
    note: z.string(),
    pages: z.object({ from: z.int(), to: z.int() }).optional().describe('Its printed pages, which go on from those of the pack.'),
    publishedAt: z.iso.datetime(),
    url: z.url(),
    bytes: z.int(),
    sheets: z.int(),
    sha256: z.string(),
  })
  .meta({ id: 'Supplement' })

const paper = z
  .object({
    id: z.string(),
    item: z.int(),
    title: z.string(),
    frame: reportFrame.optional(),
    html: z.string().describe('The text as HTML: headings, numbered paragraphs, tables, figures.'),
    file: z.object({ name: z.string(), mediaType: z.string(), bytes: z.int(), sha256: z.string(), url: z.url() }).optional().describe('The document as it was supplied.'),
  })
  .meta({ id: 'Paper' })

const inAddress = z.object({ body: z.string().describe('The address word of the body'), date: day })
const noMeeting = refuse('not-found', 'No meeting of this body is published for this day. /api/v1/meetings lists them.')

/** `/api/v1/meetings` and what hangs on a meeting: items and papers, as published. */
export const publicApi: readonly ApiResource[] = [
  apiList({
    path: '/meetings',
    summary: 'Meetings by day',
    tag: 'Meetings',
    query: z.object({ body: z.string().optional(), from: day.optional().describe('First day'), to: day.optional().describe('Last day') }),
    response: meetingInList,
    answer: async ({ read, query, origin }, page) => {
      const after = page.after === undefined ? undefined : parsePlace(page.after)
      if (after === undefined && page.after !== undefined) return strangeCursor
      const before = query.to === undefined ? undefined : addDays(query.to, 1)
      const found = await meetingsInList(read, { body: query.body, from: query.from, before, order: 'first-to-last', limit: page.limit + 1, after })
      const items = found.slice(0, page.limit).map(({ hasPack, publishedAt, version, note, ...meeting }) => ({ ...meeting, page: `${origin}${meetingAddress(meeting)}` }))
      const last = items.at(-1)
      return ok({ items, ...(found.length > page.limit && last !== undefined ? { next: placeText(last) } : {}) })
    },
  }),
  apiRecord({
    path: '/bodies/{body}/meetings/{date}',
    summary: 'One meeting as it stands, or one version of it: agenda, members, pack',
    tag: 'Meetings',
    params: inAddress,
    query: z.object({ version: z.coerce.number('Give the number of a version').int().min(1).max(999_999).optional() }),
    response: meetingRecord,
    answer: async ({ read, params, query, origin }) => {
      const found = await publishedMeeting(read, params.body, params.date, query.version)
      if (found === undefined) return query.version === undefined ? noMeeting : refuse('not-found', 'This meeting has no published version of this number.')
      const page = `${origin}${meetingAddress(found.meeting)}`
      const { meeting, version, note, publishedAt, pack } = found
      return ok({
        ...meeting,
        version,
        note,
        publishedAt,
        page,
        ...(pack === undefined ? {} : { pack: { url: `${page}/versions/${version}/pack.pdf`, bytes: pack.bytes, pages: pack.pages, sha256: pack.checksum } }),
      })
    },
  }),
  apiList({
    path: '/bodies/{body}/meetings/{date}/items',
    summary: 'The items of a meeting’s agenda, in order',
    tag: 'Meetings',
    params: inAddress,
    response: meetingShape.shape.items.element,
    answer: async ({ read, params }, page) => {
      const found = await publishedMeeting(read, params.body, params.date)
      return found === undefined ? noMeeting : pageOfArray(found.meeting.items, page, (item) => String(item.number))
    },
  }),
  apiList({
    path: '/bodies/{body}/meetings/{date}/papers',
    summary: 'The papers of a meeting with their text, in the order of the agenda',
    tag: 'Meetings',
    params: inAddress,
    query: z.object({ item: z.coerce.number('Give the number of an item').int().min(1).max(999).optional() }),
    response: paper,
    answer: async ({ read, params, query, origin }, page) => {
      const found = await publishedMeeting(read, params.body, params.date)
      if (found === undefined) return noMeeting
      const papers = await publishedPapers(read, { body: params.body, date: params.date, version: found.version }, query.item)
      const part = pageOfArray(papers, page, (one) => one.id)
      const address = `${origin}${meetingAddress(found.meeting)}`
      const fileAddress = (file: { readonly checksum: string }) => `${address}/pictures/${file.checksum}`
      const files = new Map(found.meeting.items.flatMap((item) => item.papers.flatMap(({ id, file }) => (file === undefined ? [] : [[id, file] as const]))))
      if (!part.ok) return part
      return ok({
        ...part.value,
        items: part.value.items.map(({ blocks, blockPages: _pages, ...rest }) => ({
          ...rest,
          html: String(blocksToHtml(blocks, { headingLevel: 2, fileAddress })),
          ...given('file', fileRecord(files.get(rest.id), address)),
        })),
      })
    },
  }),
  apiList({
    path: '/bodies/{body}/meetings/{date}/supplements',
    summary: 'What came after the pack of a meeting, with pages that go on from it',
    tag: 'Meetings',
    params: inAddress,
    response: supplementRecord,
    answer: async ({ read, params, origin }, page) => {
      const found = await publishedMeeting(read, params.body, params.date)
      if (found === undefined) return noMeeting
      const part = pageOfArray(await supplementsOf(read, params.body, params.date), page, (one) => String(one.number))
      if (!part.ok) return part
      const url = (number: number) => `${origin}${meetingAddress(found.meeting)}/supplements/${number}`
      return ok({ ...part.value, items: part.value.items.map(({ pdf, ...one }) => ({ ...one, url: url(one.number), sha256: pdf })) })
    },
  }),
]

function fileRecord(file: PaperInAgenda['file'], address: string): z.input<typeof paper>['file'] {
  if (file === undefined) return undefined
  const { checksum, name, mediaType, bytes } = file
  return { name, mediaType, bytes, sha256: checksum, url: `${address}/files/${checksum}/${encodeURIComponent(name)}` }
}
