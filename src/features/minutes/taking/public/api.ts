import { z } from 'zod'
import { ok, refuse } from '#core/outcome.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { day } from '#platform/files/fields.ts'
import { apiRecord, type ApiResource } from '#platform/http/api.ts'
import { publishedMinutes as shape } from '../record/published-minutes.ts'
import { minutesAddress } from './minutes-page.ts'
import { minutesVersions, publishedMinutes } from './published-minutes.ts'

const minuteForApi = shape.shape.minutes.element.omit({ blocks: true }).extend({ html: z.string().describe('What is minuted, as HTML.') }).meta({ id: 'MinuteInApi' })

const minutesRecord = shape
  .omit({ minutes: true })
  .extend({
    version: z.int(),
    note: z.string().describe('What this version says that the one before did not.'),
    publishedAt: z.iso.datetime(),
    page: z.url().describe('The minutes as a page for people.'),
    pdf: z.object({ url: z.url(), bytes: z.int(), pages: z.int(), sha256: z.string() }),
    versions: z.array(z.object({ version: z.int(), state: shape.shape.state, note: z.string(), publishedAt: z.iso.datetime() })).describe('Every version, the newest first.'),
    minutes: z.array(minuteForApi),
  })
  .meta({ id: 'Minutes' })

/** `/api/v1/bodies/{body}/meetings/{date}/minutes`, as published. */
export const minutesApi: readonly ApiResource[] = [
  apiRecord({
    path: '/bodies/{body}/meetings/{date}/minutes',
    summary: 'The minutes of a meeting as they stand, or one version of them: attendance, minutes, resolutions with their votes',
    tag: 'Meetings',
    params: z.object({ body: z.string().describe('The address word of the body'), date: day }),
    query: z.object({ version: z.coerce.number('Give the number of a version').int().min(1).max(999_999).optional() }),
    response: minutesRecord,
    answer: async ({ read, params, query, origin }) => {
      const found = await publishedMinutes(read, params.body, params.date, query.version)
      if (found === undefined) return refuse('not-found', query.version === undefined ? 'No minutes of a meeting of this body on this day are published.' : 'These minutes have no published version of this number.')
      const { minutes: record, version, note, pdf, publishedAt } = found
      const page = `${origin}${minutesAddress(record)}`
      const versions = await minutesVersions(read, params.body, params.date)
      return ok({
        ...record,
        version,
        note,
        publishedAt: publishedAt.toISOString(),
        page,
        pdf: { url: `${page}/versions/${version}/minutes.pdf`, bytes: pdf.bytes, pages: pdf.pages, sha256: pdf.checksum },
        versions: versions.map((one) => ({ ...one, publishedAt: one.publishedAt.toISOString() })),
        minutes: record.minutes.map(({ blocks, ...minute }) => ({ ...minute, html: String(blocksToHtml(blocks, { headingLevel: 2, fileAddress: () => '', idPrefix: `minute-${minute.number}-` })) })),
      })
    },
  }),
]
