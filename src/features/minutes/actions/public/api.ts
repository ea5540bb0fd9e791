import { z } from 'zod'
import type { LocalDate } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import type { Reader } from '#platform/database/database.ts'
import { day } from '#platform/files/fields.ts'
import { apiList, apiRecord, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import type { ActionInList } from '../actions-of.ts'
import { unknownBody } from '../../numbered-api.ts'
import { daysAnsweredLate, isLate } from '../clock.ts'
import { publicAction, states } from '../public-action.ts'
import { placeFrom, placeText, publishedAction, records, trackerPage, trackerStates, whoIsThere } from './read-tracker.ts'

const recommendation = publicAction
  .extend({
    waitsUntil: day.optional().describe('The day by which whoever was asked has to do the next thing: answer what was served, or do what was asked'),
    isLate: z.boolean().describe('That day is past'),
    daysAnsweredLate: z.int().describe('By how many days the answer to what was served came after its day; 0 where it did not'),
    page: z.url().describe('The record as a page for people'),
  })
  .meta({ id: 'RecommendationAsItStands' })

function forPrograms({ address, ...action }: ActionInList, origin: string, today: LocalDate): z.input<typeof recommendation> {
  return { ...action, isLate: isLate(action.waitsUntil, today), daysAnsweredLate: daysAnsweredLate(action.chain), page: `${origin}${address}` }
}

/** Every state that a record says of itself, and the lists that join some of them. */
const askedStates = [...new Set([...trackerStates, ...states])]

/** Refuses somebody who was never asked for anything. */
async function unknownAnswerer(reader: Reader, askedOf: string | undefined) {
  if (askedOf === undefined || (await whoIsThere(reader)).askedOf.has(askedOf)) return undefined
  return refuse('invalid', 'The list cannot be narrowed so.', [{ field: 'of', found: askedOf.slice(0, 100), message: 'Give who must answer by the word that the filter of /recommendations uses' }])
}

/** `/api/v1/recommendations` and each of them. */
export const recommendationsApi: readonly ApiResource[] = [
  apiList({
    path: '/recommendations',
    summary: 'Recommendations and actions, what is of record first, late first',
    tag: 'Recommendations',
    query: z.object({
      body: z.string().max(200, 'Give the address word of a body').optional().describe('Who asked'),
      of: z.string().max(200, 'Give the word that the page’s filter uses').optional().describe('Who must answer, by the word that the page’s filter uses'),
      state: z.enum(askedStates, `Give one of ${askedStates.join(', ')}`).optional().describe('The state of the record, or how far it is: waiting is what is asked or served, answered what is accepted, in-part or rejected; late is what is late today, answered-late what was answered after its day, whatever came of it'),
      record: z.enum(records, `Give one of ${records.join(', ')}`).optional().describe('Only what is of record, or only what is invented for an example'),
      text: z.string().max(100, 'Give 100 characters at most').optional().describe('Words that must all stand in it'),
    }),
    response: recommendation,
    answer: async ({ read, query, origin, today }, page) => {
      const after = page.after === undefined ? undefined : placeFrom(page.after)
      if (page.after !== undefined && after === undefined) return strangeCursor
      const { body, of: askedOf, state, record, text } = query
      const unknown = (await unknownBody(read, body)) ?? (await unknownAnswerer(read, askedOf))
      if (unknown !== undefined) return unknown
      const found = await trackerPage(read, { body, askedOf, state, record, text, after }, today, page.limit + 1)
      const shown = found.slice(0, page.limit)
      const last = shown.at(-1)
      const items = shown.map(({ at: _place, ...entry }) => forPrograms(entry, origin, today))
      return ok({ items, ...(found.length > page.limit && last !== undefined ? { next: placeText(last) } : {}) })
    },
  }),
  apiRecord({
    path: '/recommendations/{reference}',
    summary: 'One recommendation or action with its whole chain',
    tag: 'Recommendations',
    params: z.object({ reference: z.coerce.number('Give the reference as a whole number').int().min(1).max(999_999_999) }),
    response: recommendation,
    answer: async ({ read, params, origin, today }) => {
      const found = await publishedAction(read, params.reference)
      return found === undefined ? refuse('not-found', 'No recommendation or action has this reference. /api/v1/recommendations lists them.') : ok(forPrograms(found, origin, today))
    },
  }),
]
