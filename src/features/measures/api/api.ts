import { z } from 'zod'
import { given } from '#core/given.ts'
import { ok, refuse, type Fault } from '#core/outcome.ts'
import { apiList, apiRecord, pageOfArray, strangeCursor, type ApiResource } from '#platform/http/api.ts'
import { bodyNames } from '#features/bodies'
import { measuresAsked, measuresKnown } from '../measure-pages/measures-list.ts'
import { statuses } from '../observations/observation.ts'
import { currentEntries, releaseOut, releasesOut } from '../releases/published-releases.ts'
import { measureForList, measureForPrograms, releaseForList, releaseForPrograms } from './for-programs.ts'
import { figuresAsked } from './observations-read.ts'
import { measure, measureInList, observation, release, releaseInList, roles } from './shapes.ts'
import { periodFault, unknownWord } from './unknown-words.ts'

const word = (about: string) => z.string().max(200, 'Give 200 characters at most').optional().describe(about)
const day = z.iso.date('Give a day that exists, such as 2019-04-01').optional()
const orWords = (words: readonly string[]) => `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
const tag = 'Measures'

const narrowedBy = (fault: Fault) => refuse('invalid', 'The list cannot be narrowed so.', [{ ...fault, ...given('found', fault.found?.slice(0, 100)) }])
const narrowed = (field: string, found: string, message: string) => narrowedBy({ field, found, message })

const measuresList = apiList({
  path: '/measures',
  summary: 'Published measures with their last figure and its judgement, by name of their address',
  tag,
  query: z.object({
    text: z.string().max(100, 'Give 100 characters at most').optional().describe('Words that must all stand in what a measure says it is'),
    theme: word('The address word of a theme'),
    strategy: word('The address word of a plan'),
    body: word('The address word of a body that reads the measure'),
    only: z.enum(['exceptions'], 'Give exceptions, or leave it out').optional().describe('Only what is to be looked at first'),
  }),
  response: measureInList,
  answer: async ({ read, query, origin }, page) => {
    const all = await currentEntries(read)
    const known = measuresKnown(all, await bodyNames(read))
    const { theme, strategy, body, text, only } = query
    if (theme !== undefined && !known.themes.has(theme)) return narrowed('theme', theme, 'No published measure has this theme')
    if (strategy !== undefined && !known.strategies.has(strategy)) return narrowed('strategy', strategy, 'No published measure belongs to this plan')
    if (body !== undefined && !known.bodies.has(body)) return narrowed('body', body, 'No body of this name reads a published measure')
    const asked = { ...(theme === undefined ? {} : { theme }), ...(strategy === undefined ? {} : { strategy }), ...(body === undefined ? {} : { body }), ...(text === undefined ? {} : { text }), isException: only === 'exceptions' }
    const inOrder = measuresAsked(all, asked).toSorted((one, other) => (one.entry.measure < other.entry.measure ? -1 : 1))
    const part = pageOfArray(inOrder, page, ({ entry }) => entry.measure)
    return part.ok ? ok({ ...part.value, items: part.value.items.map((current) => measureForList(current, origin)) }) : part
  },
})

const oneMeasure = apiRecord({
  path: '/measures/{slug}',
  summary: 'One measure as it was published last: definition, every figure, judgement, commentary',
  tag,
  params: z.object({ slug: z.string().describe('The address word of the measure') }),
  response: measure,
  answer: async ({ read, params, origin }) => {
    const [found] = await currentEntries(read, [params.slug.slice(0, 200)])
    return found === undefined ? refuse('not-found', 'No measure of this name is published. /api/v1/measures lists them.') : ok(measureForPrograms(found, origin))
  },
})

const observations = apiList({
  path: '/observations',
  summary: 'Published figures in long form: one for each measure, area, breakdown and period',
  description: 'A page may hold fewer figures than its limit and still name a next one. What is named is narrowed by all of it together: role=neighbour&from=2019-04-01 are the figures of single neighbours since then. A hidden figure keeps its status. Refused with 400: a period that no measure could have, and a measure, an area or a breakdown of which nothing at all is published.',
  tag,
  query: z.object({
    measure: word('The address word of a measure'),
    area: word('The code of an area of which figures are published, such as E92000001 for England, or statistical-neighbours'),
    period: word('A period as addresses write it, such as 2019-20-q4, 2022-04, 2022-23 or 2022-23-ay'),
    breakdown: word('Of whom, such as phase=primary; all of all together'),
    role: z.enum(roles, `Give ${orWords(roles)}`).optional().describe('Whose figures: own (the council), england, region, neighbours (together) or neighbour (each for itself)'),
    status: z.enum(statuses, `Give ${orWords(statuses)}`).optional().describe('How sure they are, or why there is none'),
    from: day.describe('Only of periods that begin on this day or later'),
    to: day.describe('Only of periods that end on this day or earlier'),
  }),
  response: observation,
  answer: async ({ read, query }, { limit, after }) => {
    const { from, to } = query
    if (from !== undefined && to !== undefined && to < from) return narrowed('to', to, `Give a day on or after ${from}, which is given as from`)
    const noPeriod = periodFault(query.period)
    if (noPeriod !== undefined) return narrowedBy(noPeriod)
    const part = await figuresAsked(read, query, limit, after)
    if (part === undefined) return strangeCursor
    const unknown = part.items.length === 0 ? await unknownWord(read, query) : undefined
    if (unknown !== undefined) return narrowedBy(unknown)
    return ok({ items: part.items.map(({ shorthand, ...row }) => ({ ...row, shorthand: [...shorthand] })), ...(part.next === undefined ? {} : { next: part.next }) })
  },
})

const releasesList = apiList({
  path: '/releases',
  summary: 'Releases of figures, the latest period first, each in its newest version',
  tag,
  query: z.object({ body: word('The address word of the body whose figures they are') }),
  response: releaseInList,
  answer: async ({ read, query: { body }, origin }, page) => {
    const all = await releasesOut(read, body)
    if (all.length === 0 && body !== undefined && !(await bodyNames(read)).has(body)) return narrowed('body', body, 'Give the address word of a body, as /api/v1/bodies has it')
    const part = pageOfArray(all, page, ({ body: of, period }) => `${of} ${period}`)
    return part.ok ? ok({ ...part.value, items: part.value.items.map((one) => releaseForList(one, origin)) }) : part
  },
})

const oneRelease = apiRecord({
  path: '/releases/{body}/{period}',
  summary: 'The figures of a period for a body, as they were published',
  tag,
  params: z.object({ body: z.string().describe('The address word of the body'), period: z.string().describe('Such as 2019-20-q4') }),
  query: z.object({ version: z.coerce.number('Give the version as a whole number').int('Give the version as a whole number').min(1, 'Versions begin at 1').max(100_000, 'No version is so large').optional().describe('The newest where none is named') }),
  response: release,
  answer: async ({ read, params: { body, period }, query: { version }, origin }) => {
    const found = await releaseOut(read, { body, period }, version)
    return found === undefined ? refuse('not-found', 'No such release is published. /api/v1/releases lists them.') : ok(releaseForPrograms(found, origin))
  },
})

/** `/api/v1/measures`, `/observations` and `/releases`: what is published of figures. */
export const measuresApi: readonly ApiResource[] = [measuresList, oneMeasure, observations, releasesList, oneRelease]
