import { z } from 'zod'
import { inventions } from '#features/minutes'
import { definition } from '../definitions/definition.ts'
import { units } from '../definitions/units.ts'
import { statuses } from '../observations/observation.ts'

const confidentiality = z.enum(['open', 'hidden']).describe('open, or hidden: since it is small, or would tell a small one, or is made of one that is hidden')
const status = z.enum(statuses)
const rag = z.enum(['red', 'amber', 'green', 'none'])
const polarity = z.enum(['higher', 'lower', 'neither']).describe('Which way is better')
const found = z.enum(['better', 'similar', 'worse', 'higher', 'lower']).describe('By the 95% interval of the figure; left out where chance cannot be told from a difference')
const address = z.string().describe('As addresses write it, such as 2019-20-q4')

/** The judgement of a measure in its three parts. */
const judgement = z
  .object({
    target: z.object({ found: z.enum(['met', 'missed', 'cannot-tell', 'none']), value: z.number().optional(), whose: z.enum(['national', 'council', 'partnership']).optional(), setBy: z.string().optional() }),
    time: z.object({
      variation: z.enum(['common-cause', 'improving-high', 'improving-low', 'concerning-high', 'concerning-low', 'change-high', 'change-low', 'too-short', 'constant', 'rolling', 'year-to-date']),
      assurance: z.enum(['always', 'never', 'hit-and-miss', 'none']),
      note: z.string(),
    }),
    others: z.array(z.object({ role: z.enum(['england', 'region', 'neighbours']), name: z.string(), period: address.optional(), value: z.number().optional(), found: found.optional() })),
    rag,
    derivation: z.string().describe('From what the colour follows, or why there is none'),
    isException: z.boolean().describe('Whether its owner has to explain it: a rule finds it worse than its target, than before or than others'),
    sentence: z.string(),
  })
  .meta({ id: 'MeasureJudgement' })

const figure = z.object({
  period: address,
  value: z.number().optional().describe('Left out where there is none: status and confidentiality say why'),
  shown: z.string().describe('As pages write it: 5.2%, [c]'),
  status,
  confidentiality,
})

/** In which release it was published last. */
const inRelease = z.object({ body: z.string(), bodyName: z.string(), period: address, version: z.int(), title: z.string(), publishedAt: z.iso.datetime(), page: z.url() })

export const measureInList = z
  .object({
    slug: z.string(),
    name: z.string(),
    definition: z.string(),
    unit: z.enum(units),
    per: z.int().optional(),
    polarity,
    frequency: z.string(),
    themes: z.array(z.string()),
    strategies: z.array(z.string()),
    owner: z.string(),
    figure: figure.describe('Of the period that is judged'),
    judgement,
    isConfirmed: z.boolean().describe('Whether the owner has confirmed the period'),
    release: inRelease,
    page: z.url().describe('The measure as a page for people'),
  })
  .meta({ id: 'MeasureInList' })

const limits = z.object({ lower95: z.number(), upper95: z.number(), lower998: z.number(), upper998: z.number(), method: z.string() })

const point = figure.extend({
  definitionVersion: z.int().describe('The version of the definition that held as the period ended'),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  interval: limits.optional(),
  note: z.string().optional(),
  revision: z.int().optional(),
  target: z.number().optional(),
  brokenHere: z.string().optional().describe('Why figures from here on are not like those before'),
  made: z.object({ method: z.enum(['mean', 'median']), used: z.int(), of: z.int() }).optional(),
})

/** Whose figures there are. */
export const roles = ['own', 'england', 'region', 'neighbours', 'neighbour'] as const

const series = z.object({ role: z.enum(roles), area: z.string(), name: z.string(), breakdown: z.string().describe('phase=primary; empty for all'), points: z.array(point) })

const commentary = z.object({
  happened: z.string(),
  why: z.string(),
  doing: z.array(z.object({ what: z.string(), byWhom: z.string(), byWhen: z.string() })),
  backOnTrack: z.string(),
  signedBy: z.string(),
  signedOn: z.string(),
  claims: z.array(z.object({ words: z.string(), measure: z.string(), verdict: z.enum(['supported', 'not-supported', 'cannot-tell', 'no-claim']), because: z.string(), reason: z.string() })),
  invented: z.enum(inventions).optional().describe('Of an example: what of it is made up'),
})

const revised = z.object({ period: address, breakdown: z.string(), was: z.string(), now: z.string(), reason: z.string() })

/** A measure in one release. */
const published = measureInList.extend({
  heading: z.string(),
  exception: z.enum(['new', 'continuing', 'closed', 'none']).describe('Beside the release before'),
  commentary: commentary.optional(),
  revised: z.array(revised).describe('Figures that this release changed in what was published before'),
})

export const measure = published.extend({ definedAs: definition.describe('The definition in full'), definedBefore: z.array(definition).describe('The versions that held before it, by which older figures are counted'), series: z.array(series) }).meta({ id: 'Measure' })

const besideRow = z.object({ value: z.number().optional(), period: address.optional(), found: found.optional() }).optional()

/** One figure in long form, with all that was published of it. */
export const observation = z
  .object({
    measure: z.string(),
    measureName: z.string(),
    heading: z.string(),
    period: address,
    from: z.string().optional().describe('First day of the period'),
    to: z.string().optional().describe('Last day of the period'),
    area: z.string(),
    areaName: z.string(),
    role: series.shape.role,
    breakdown: z.string().describe('phase=primary; all of all together'),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    value: z.number().optional(),
    unit: z.enum(units),
    per: z.int().optional(),
    decimals: z.int(),
    lower95: z.number().optional(),
    upper95: z.number().optional(),
    lower998: z.number().optional(),
    upper998: z.number().optional(),
    intervalMethod: z.string().optional(),
    status,
    confidentiality,
    instead: z.string().optional().describe('The shorthand that stands in the place of the value'),
    shorthand: z.array(z.string()),
    revision: z.int().optional(),
    valueBefore: z.number().optional(),
    revisedBecause: z.string().optional(),
    target: z.number().optional(),
    targetWhose: z.string().optional(),
    targetSetBy: z.string().optional(),
    targetSetOn: z.string().optional(),
    otherTarget: z.number().optional().describe('Of the period that is judged, where no target holds for it: the next that is set, or else the last that was, unless a break lies between'),
    otherTargetFrom: z.string().optional(),
    otherTargetTo: z.string().optional(),
    againstTarget: z.enum(['met', 'missed', 'cannot-tell']).optional(),
    variation: z.string().optional(),
    assurance: z.string().optional(),
    england: besideRow,
    region: besideRow,
    neighbours: besideRow,
    comparatorMethod: z.enum(['mean', 'median']).optional(),
    comparatorUsed: z.int().optional(),
    comparatorOf: z.int().optional(),
    rag: rag.optional(),
    ragBecause: z.string().optional(),
    judgedBy: z.string().optional(),
    polarity,
    definitionVersion: z.int().describe('The version of the definition that held as the period ended'),
    breakReason: z.string().optional(),
    note: z.string().optional(),
    isConfirmed: z.boolean().optional(),
    source: z.string(),
  })
  .meta({ id: 'Observation' })

export const releaseInList = inRelease
  .extend({ note: z.string().describe('What an amendment corrects; empty of the first version'), approvedBy: z.string(), approvedOn: z.string(), policy: z.string().describe('By which rule small counts were hidden') })
  .meta({ id: 'ReleaseInList' })

export const release = releaseInList
  .extend({ versions: z.array(z.object({ version: z.int(), publishedAt: z.iso.datetime(), note: z.string() })).describe('The newest first'), measures: z.array(published) })
  .meta({ id: 'Release' })
