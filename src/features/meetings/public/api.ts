import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse } from '#core/outcome.ts'
import { addDays, type LocalDate } from '#core/dates.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, pageOfArray, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { parsePlace, placeText } from './calendar-query.ts'
import { meetingAddress, publishedMeeting as meetingShape, type PaperInAgenda, type PublishedMeeting } from '../record/meeting.ts'
import { isUnrecorded } from '../record/meeting-words.ts'
import { meetingsInList, publishedMeeting, publishedPapers } from '../publication/published-meetings.ts'
import { supplementsOf } from '../publication/published-files.ts'
import { publishedForApi } from '../publication/published-words.ts'
import { supplementStanding, supplementStandings } from './supplement-standing.ts'
import { reportFrame } from '../record/report-file.ts'

/** What the pages say of a meeting: of a day that is over with nothing recorded of it, not that it is planned. */
const status = z.enum([...meetingShape.shape.status.options, 'unrecorded']).describe('`unrecorded`: its day is over, and nothing records that it was held.')

const meetingInList = z
  .object({
    body: z.string(),
    bodyName: z.string(),
    date: day,
    time: z.string().optional(),
    title: z.string().optional(),
    venue: z.string().optional(),
    status,
    movedTo: meetingShape.shape.movedTo.describe('Of a day that the meeting left: the day on which it is held instead.'),
    isPublic: z.boolean(),
    isWebcast: z.boolean(),
    hasAgenda: z.boolean(),
    page: z.url().describe('The meeting as a page for people.'),
  })
  .meta({ id: 'MeetingInList' })

const meetingRecord = meetingShape
  .extend({
    status,
    version: z.int(),
    note: z.string(),
    publishedAt: z.iso.datetime().optional().describe('Left out of what was loaded from a file: its hour is not known.'),
    publishedOn: day.optional().describe('Of an agenda that was loaded from a file: the day of its issue.'),
    enteredOn: day.optional().describe('Of what was loaded from a file without that day: the day on which it was.'),
    page: z.url(), pack: z.object({ url: z.url(), bytes: z.int(), pages: z.int(), sha256: z.string() }).optional(),
  })
  .meta({ id: 'MeetingVersion' })

const supplementRecord = z
  .object({
    number: z.int(),
    version: z.int().describe('The version of the meeting that it came with.'),
    note: z.string(),
    standing: z.enum(supplementStandings).describe('`beside-the-pack`: its pages go on from the pack that stands; `in-the-pack`: its papers are in that pack; `withdrawn`: papers that it brought are not, and it belongs to earlier versions only.'),
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
    answer: async ({ read, query, origin, today }, page) => {
      const after = page.after === undefined ? undefined : parsePlace(page.after)
      if (after === undefined && page.after !== undefined) return strangeCursor
      const before = query.to === undefined ? undefined : addDays(query.to, 1)
      const found = await meetingsInList(read, { body: query.body, from: query.from, before, order: 'first-to-last', limit: page.limit + 1, after })
      const items = found.slice(0, page.limit).map(({ hasPack, publishedAt, version, note, ...meeting }) => ({ ...meeting, status: statusOn(meeting, today), page: `${origin}${meetingAddress(meeting)}` }))
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
    answer: async ({ read, params, query, origin, today }) => {
      const found = await publishedMeeting(read, params.body, params.date, query.version)
      if (found === undefined) return query.version === undefined ? noMeeting : refuse('not-found', 'This meeting has no published version of this number.')
      const page = `${origin}${meetingAddress(found.meeting)}`
      const { meeting, version, note, pack } = found
      return ok({
        ...meeting,
        status: statusOn(meeting, today),
        version,
        note,
        ...publishedForApi(found),
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
      const supplements = await supplementsOf(read, params.body, params.date)
      const part = pageOfArray(supplements, page, (one) => String(one.number))
      if (!part.ok) return part
      const url = (number: number) => `${origin}${meetingAddress(found.meeting)}/supplements/${number}`
      const items = part.value.items.map(({ papers, ...one }) => {
        const { pdf, ...said } = one
        return { ...said, standing: supplementStanding({ ...one, papers }, found) ?? 'beside-the-pack', url: url(one.number), sha256: pdf }
      })
      return ok({ ...part.value, items })
    },
  }),
]

function statusOn(meeting: Pick<PublishedMeeting, 'status' | 'date'>, today: LocalDate): z.output<typeof status> {
  return isUnrecorded(meeting, today) ? 'unrecorded' : meeting.status
}

function fileRecord(file: PaperInAgenda['file'], address: string): z.input<typeof paper>['file'] {
  if (file === undefined) return undefined
  const { checksum, name, mediaType, bytes } = file
  return { name, mediaType, bytes, sha256: checksum, url: `${address}/files/${checksum}/${encodeURIComponent(name)}` }
}
