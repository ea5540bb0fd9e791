import { date } from '#core/dates.ts'
import type { RuleRows, RuleVersion } from '../rule.ts'

const regulations = 'Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)'

function underRegulation(number: number, confidence: 'statute' | 'guidance') {
  return {
    validFrom: date('2014-09-01'),
    citations: [`${regulations}, regulation ${number}`],
    confidence,
    exceptions: [],
    isLocal: false,
    notes: [],
  } satisfies Partial<RuleVersion>
}

const fourExceptions = [
  'Advice was asked of a school or college around a closure of at least four weeks.',
  'Advice was asked of another provider’s responsible person around a closure of at least four weeks.',
  'Exceptional personal circumstances of the child, parent or young person.',
  'The child, parent or young person is away from the area for at least four weeks.',
]
const recorded = 'An exception is recorded with its reason and evidence, and timeliness is reported with and without exceptions.'
const devon = 'R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin)'

export const educationHealthCare = {
  'ehc-decision-to-assess': {
    title: 'Whether to assess for an education, health and care plan',
    versions: [
      {
        ...underRegulation(5, 'guidance'),
        startEvent: 'receipt of the request',
        stopEvent: 'notice of the decision whether to assess',
        limit: { kind: 'counted', amount: 6, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'ehc-decision-not-to-issue': {
    title: 'Notice that no education, health and care plan will be issued',
    versions: [
      {
        ...underRegulation(10, 'guidance'),
        startEvent: 'receipt of the request',
        stopEvent: 'notice that no plan will be issued',
        limit: { kind: 'counted', amount: 16, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: fourExceptions,
        notes: [recorded],
      },
    ],
  },
  'ehc-plan': {
    title: 'Final education, health and care plan',
    versions: [
      {
        ...underRegulation(13, 'guidance'),
        startEvent: 'receipt of the request',
        stopEvent: 'the final plan',
        limit: { kind: 'counted', amount: 20, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: fourExceptions,
        notes: [recorded],
      },
    ],
  },
  'ehc-draft-time': {
    title: 'The parent’s or young person’s time to comment on a draft plan',
    versions: [
      {
        ...underRegulation(13, 'guidance'),
        startEvent: 'service of the draft plan',
        stopEvent: 'the parent’s or young person’s time to comment',
        limit: { kind: 'counted', amount: 15, unit: 'days', dayOfEvent: 1, direction: 'forwards', bound: 'until' },
        notes: ['At least 15 days, beginning with the day of service; more may be given.'],
      },
    ],
  },
  'ehc-annual-review': {
    title: 'Annual review of an education, health and care plan',
    versions: [
      {
        ...underRegulation(20, 'statute'),
        startEvent: 'the plan or the review before',
        stopEvent: 'the review',
        limit: { kind: 'counted', amount: 12, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'ehc-annual-review-decision': {
    title: 'Annual review: decision and proposed amendments',
    versions: [
      {
        ...underRegulation(20, 'statute'),
        citations: [`${regulations}, regulations 20 and 22`, devon],
        startEvent: 'the review meeting',
        stopEvent: 'the decision and the proposed amendments',
        limit: { kind: 'counted', amount: 4, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'ehc-annual-review-final-plan': {
    title: 'Annual review: final amended plan',
    versions: [
      {
        ...underRegulation(22, 'statute'),
        citations: [`${regulations}, regulation 22`, devon],
        startEvent: 'the review meeting',
        stopEvent: 'the final amended plan',
        limit: { kind: 'counted', amount: 12, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'ehc-phase-transfer': {
    title: 'Phase transfer: amended plan',
    versions: [
      {
        ...underRegulation(18, 'statute'),
        startEvent: 'the transfer',
        stopEvent: 'the amended plan',
        limit: { kind: 'yearly', month: 2, day: 15 },
        exceptions: ['From secondary school to a post-16 institution: 31 March.'],
      },
    ],
  },
  'ehc-phase-transfer-post-16': {
    title: 'Phase transfer from secondary school to a post-16 institution: amended plan',
    versions: [
      {
        ...underRegulation(18, 'statute'),
        startEvent: 'the transfer',
        stopEvent: 'the amended plan',
        limit: { kind: 'yearly', month: 3, day: 31 },
      },
    ],
  },
} satisfies RuleRows
