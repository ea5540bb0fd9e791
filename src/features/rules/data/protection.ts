import { date } from '#core/dates.ts'
import type { RuleRows, RuleVersion } from '../rule.ts'

/** The edition that ended separate initial and core assessments, in force 15 April 2013; later editions keep the periods below. */
const workingTogether = date('2013-04-15')
const confirm = 'Working Together was issued anew in 2026: the director of children’s services confirms the setting.'

const fromGuidance = {
  validFrom: workingTogether,
  citations: ['Working Together to Safeguard Children (statutory guidance)'],
  confidence: 'guidance',
  exceptions: [],
  isLocal: false,
  notes: [confirm],
} satisfies Partial<RuleVersion>

export const protection = {
  'contact-decision': {
    title: 'Decision on a contact or referral',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'receipt of the contact or referral',
        stopEvent: 'the decision on what happens next',
        limit: { kind: 'counted', amount: 1, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        notes: ['Some councils use 24 clock hours: a local setting.', confirm],
      },
    ],
  },
  assessment: {
    title: 'Assessment',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'the referral',
        stopEvent: 'authorisation of the assessment',
        limit: { kind: 'counted', amount: 45, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        notes: ['The census measures from the assessment’s own start: both dates are kept.', confirm],
      },
    ],
  },
  'initial-child-protection-conference': {
    title: 'Initial child protection conference',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'the strategy discussion that began the section 47 enquiry',
        stopEvent: 'the conference',
        limit: { kind: 'counted', amount: 15, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        notes: ['The census measures from the start of the section 47 enquiry.', confirm],
      },
    ],
  },
  'core-group': {
    title: 'First core group',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'the initial conference',
        stopEvent: 'the first meeting of the core group',
        limit: { kind: 'counted', amount: 10, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'child-protection-review-first': {
    title: 'Child protection review conference: the first',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'the initial conference',
        stopEvent: 'the first review conference',
        limit: { kind: 'counted', amount: 3, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'child-protection-review-later': {
    title: 'Child protection review conference: each later one',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'the review conference before',
        stopEvent: 'the next review conference',
        limit: { kind: 'counted', amount: 6, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'in-need-review': {
    title: 'Review of a child in need plan',
    versions: [
      {
        citations: ['No national interval; the council’s own procedures'],
        confidence: 'local',
        startEvent: 'the plan or the review before',
        stopEvent: 'the review',
        limit: { kind: 'none', inShort: 'Each council sets its own interval', because: 'There is no national interval: each council sets its own.' },
        exceptions: [],
        isLocal: true,
        notes: [],
      },
    ],
  },
} satisfies RuleRows
