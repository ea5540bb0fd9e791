import { z } from 'zod'
import { refuse } from '#core/outcome.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, pageOfArray, type ApiResource } from '#platform/http/api.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import { publishedMeeting } from '../../publication/published-meetings.ts'
import { meetingAddress } from '../../record/meeting.ts'
import { publishedResponses } from './published-responses.ts'

const writtenResponse = z
  .object({
    number: z.int().describe('From 1 for each meeting'),
    version: z.int().describe('A correction is a new version'),
    corrects: z.string().optional().describe('What this version corrects'),
    item: z.int(),
    itemTitle: z.string(),
    askedAbout: z.string(),
    speaker: z.string().describe('Their name where they agreed, else "A member of the public"'),
    html: z.string().describe('The response as HTML'),
    publishedAt: z.iso.datetime(),
    page: z.url().describe('The response as a page for people'),
  })
  .meta({ id: 'WrittenResponse' })

/** What the council answered in writing to those who spoke at a meeting. */
export const speakingApi: readonly ApiResource[] = [
  apiList({
    path: '/bodies/{body}/meetings/{date}/responses',
    summary: 'Written responses to members of the public who spoke at a meeting, every version, the newest of each first',
    tag: 'Meetings',
    params: z.object({ body: z.string().describe('The address word of the body'), date: day }),
    response: writtenResponse,
    answer: async ({ read, params, origin }, page) => {
      const found = await publishedMeeting(read, params.body, params.date)
      if (found === undefined) return refuse('not-found', 'No meeting of this body is published for this day. /api/v1/meetings lists them.')
      const responses = await publishedResponses(read, params.body, params.date)
      const entries = responses.map(({ item, note, blocks, ...rest }) => ({
        ...rest,
        item: item.number,
        itemTitle: item.title,
        ...(note === undefined ? {} : { corrects: note }),
        html: String(blocksToHtml(blocks, { headingLevel: 2, fileAddress: () => '' })),
        page: `${origin}${meetingAddress(found.meeting)}#response-${rest.number}`,
      }))
      return pageOfArray(entries, page, ({ number, version }) => `${number}.${version}`)
    },
  }),
]
