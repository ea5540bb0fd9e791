import { z } from 'zod'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { apiList, apiRecord, pageOfArray, type ApiResource } from '#platform/http/api.ts'
import { dueDate } from './due/due-date.ts'
import { dueRecord, dueShape } from './due/due-record.ts'
import { conventionWords, limitWords } from './limit-words.ts'
import { isConfigurable, settingWords } from './local-settings.ts'
import { nearestRules } from './nearest-rules.ts'
import { readStart } from './read-start.ts'
import { areas, confidences, type Area, type Limit, type RuleVersion } from './rule.ts'
import { allRules, findRule, latestVersion, type Rule } from './rules.ts'
import { validityWords } from './validity-words.ts'

const areaShape = z.enum(Object.keys(areas) as [Area, ...Area[]])

const versionShape = z
  .strictObject({
    validFrom: z.iso.date().optional().describe('The first day in force; left out where the source does not state it. Of a source that names only a month, the first day of it.'),
    validTo: z.iso.date().optional().describe('The last day in force; left out while it is in force.'),
    inForce: z.string().describe('In words, no more exactly than the source says.'),
    startEvent: z.string(),
    stopEvent: z.string(),
    limit: z.string().describe('In words.'),
    amount: z.int().optional(),
    unit: z.string().optional(),
    dayOfEvent: z.int().optional().describe('0 where the day of the event is passed over, 1 where it is the first day counted.'),
    direction: z.enum(['forwards', 'backwards']).optional(),
    convention: z.string().describe('How it is counted, in words.'),
    exceptions: z.array(z.string()),
    citations: z.array(z.string()),
    confidence: z.enum(confidences),
    isConfigurable: z.boolean().describe('Whether a council can set its own limit.'),
    setting: z.string().describe('What a council can set, in words.'),
    notes: z.array(z.string()),
  })
  .meta({ id: 'RuleVersion' })

const ruleInList = z.strictObject({ id: z.string(), area: areaShape, title: z.string(), limit: z.string(), citations: z.array(z.string()) }).meta({ id: 'RuleInList' })
const ruleShape = z.strictObject({ id: z.string(), area: areaShape, title: z.string(), versions: z.array(versionShape) }).meta({ id: 'Rule' })
const ruleParams = z.object({ rule: z.string().describe('The id of the rule, e.g. agenda-publication') })

/** `/api/v1/rules`, `/api/v1/rules/{rule}` and `/api/v1/rules/{rule}/due?date=`. */
export const rulesApi: readonly ApiResource[] = [
  apiList({
    path: '/rules',
    summary: 'All time limits and rules, by area',
    tag: 'Rules',
    response: ruleInList,
    answer: (_, page) => {
      const part = pageOfArray(allRules, page, ({ id }) => id)
      return Promise.resolve(part.ok ? ok({ ...part.value, items: part.value.items.map(listEntry) }) : part)
    },
  }),
  apiRecord({
    path: '/rules/{rule}',
    summary: 'One rule with its versions',
    tag: 'Rules',
    params: ruleParams,
    response: ruleShape,
    answer: ({ params }) => {
      const found = named(params.rule)
      return Promise.resolve(found.ok ? ok(ruleRecord(found.value)) : found)
    },
  }),
  apiRecord({
    path: '/rules/{rule}/due',
    summary: 'When something is due under a rule, with the working',
    tag: 'Rules',
    params: ruleParams,
    query: z.object({ date: z.string('Give the day that is counted from, e.g. 2026-04-14').describe('The day of the start event, or the moment for clock hours: 2026-04-14T16:30') }),
    response: dueShape,
    answer: ({ params, query }) => Promise.resolve(dueAnswer(params.rule, query.date)),
  }),
]

function dueAnswer(id: string, date: string): Outcome<z.output<typeof dueShape>> {
  const found = named(id)
  if (!found.ok) return found
  const start = readStart(date)
  if (!start.ok) return start
  const due = dueDate(found.value.id, start.value)
  return due.ok ? ok(dueRecord(due.value)) : due
}

function named(id: string): Outcome<Rule> {
  const found = findRule(id)
  if (found !== undefined) return ok(found)
  const nearest = nearestRules(id)
  return refuse('not-found', `There is no rule called ${id}.${nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', ')}?`} /api/v1/rules lists them.`)
}

function listEntry(rule: Rule): z.output<typeof ruleInList> {
  const { limit, citations } = latestVersion(rule)
  return { id: rule.id, area: rule.area, title: rule.title, limit: limitWords(limit), citations: [...citations] }
}

function ruleRecord(rule: Rule): z.output<typeof ruleShape> {
  return { id: rule.id, area: rule.area, title: rule.title, versions: rule.versions.map(versionRecord) }
}

function versionRecord(version: RuleVersion): z.output<typeof versionShape> {
  const { validFrom, validTo, startEvent, stopEvent, limit, confidence } = version
  return {
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    inForce: validityWords(version),
    startEvent,
    stopEvent,
    limit: limitWords(limit),
    ...numbers(limit),
    convention: conventionWords(limit),
    exceptions: [...version.exceptions],
    citations: [...version.citations],
    confidence,
    isConfigurable: isConfigurable(version),
    setting: settingWords(version),
    notes: [...version.notes],
  }
}

function numbers(limit: Limit) {
  if (limit.kind !== 'counted') return {}
  const { amount, unit, dayOfEvent, direction } = limit
  return { amount, unit, dayOfEvent, direction }
}
