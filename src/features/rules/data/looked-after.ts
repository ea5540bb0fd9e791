import { date } from '#core/dates.ts'
import type { RuleRows, RuleVersion } from '../rule.ts'

/** SI 2010/959, in force 1 April 2011. */
const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959)'
const since = date('2011-04-01')

function underRegulation(number: number) {
  return { validFrom: since, citations: [`${regulations}, regulation ${number}`], confidence: 'statute', exceptions: [], isLocal: false, notes: [] } satisfies Partial<RuleVersion>
}

const health = {
  validFrom: since,
  citations: ['Promoting the health and well-being of looked-after children (statutory guidance)', `${regulations}, regulation 7`],
  confidence: 'guidance',
  exceptions: [],
  isLocal: false,
  notes: [],
} satisfies Partial<RuleVersion>

/** The edition that covers previously looked-after children too, issued 26 February 2018. */
const education = {
  ...health,
  validFrom: date('2018-02-26'),
  citations: ['Promoting the education of looked-after children and previously looked-after children (statutory guidance, February 2018)'],
} satisfies Partial<RuleVersion>

const privateFostering = {
  validFrom: date('2005-07-01'),
  citations: ['Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533), regulation 8'],
  confidence: 'statute',
  exceptions: ['A further visit whenever the child, the carer or a parent reasonably asks for one.'],
  isLocal: false,
  notes: ['The arrangement is taken to begin when the council becomes aware of it.'],
} satisfies Partial<RuleVersion>

export const lookedAfter = {
  'looked-after-review-first': {
    title: 'Looked-after review: the first',
    versions: [
      {
        ...underRegulation(33),
        startEvent: 'becoming looked after',
        stopEvent: 'the first review',
        limit: { kind: 'counted', amount: 20, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-review-second': {
    title: 'Looked-after review: the second',
    versions: [
      {
        ...underRegulation(33),
        startEvent: 'the first review',
        stopEvent: 'the second review',
        limit: { kind: 'counted', amount: 3, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-review-later': {
    title: 'Looked-after review: each later one',
    versions: [
      {
        ...underRegulation(33),
        startEvent: 'the review before',
        stopEvent: 'the next review',
        limit: { kind: 'counted', amount: 6, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-visit-first': {
    title: 'Visit to a looked-after child: the first',
    versions: [
      {
        ...underRegulation(28),
        startEvent: 'the start of the placement',
        stopEvent: 'the first visit',
        limit: { kind: 'counted', amount: 1, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-visit-first-year': {
    title: 'Visit to a looked-after child: in the first year of a placement',
    versions: [
      {
        ...underRegulation(28),
        startEvent: 'the visit before',
        stopEvent: 'the next visit',
        limit: { kind: 'counted', amount: 6, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-visit-until-eighteen': {
    title: 'Visit to a looked-after child: after the first year, placed to age 18',
    versions: [
      {
        ...underRegulation(28),
        startEvent: 'the visit before',
        stopEvent: 'the next visit',
        limit: { kind: 'counted', amount: 3, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'looked-after-visit-later': {
    title: 'Visit to a looked-after child: after the first year, any other placement',
    versions: [
      {
        ...underRegulation(28),
        startEvent: 'the visit before',
        stopEvent: 'the next visit',
        limit: { kind: 'counted', amount: 6, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'initial-health-assessment': {
    title: 'Initial health assessment',
    versions: [
      {
        ...health,
        startEvent: 'becoming looked after',
        stopEvent: 'the initial health assessment',
        limit: { kind: 'counted', amount: 20, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'review-health-assessment-under-five': {
    title: 'Review health assessment: under five years old',
    versions: [
      {
        ...health,
        startEvent: 'the health assessment before',
        stopEvent: 'the next health assessment',
        limit: { kind: 'counted', amount: 6, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'review-health-assessment': {
    title: 'Review health assessment: five years old and over',
    versions: [
      {
        ...health,
        startEvent: 'the health assessment before',
        stopEvent: 'the next health assessment',
        limit: { kind: 'counted', amount: 1, unit: 'years', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'personal-education-plan': {
    title: 'Personal education plan: the first',
    versions: [
      {
        ...education,
        startEvent: 'becoming looked after',
        stopEvent: 'the personal education plan',
        limit: { kind: 'counted', amount: 20, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        notes: ['The plan is to be ready for the first looked-after review, so it has the same limit; where that review is held sooner, so is this due.'],
      },
    ],
  },
  'personal-education-plan-review': {
    title: 'Personal education plan: review',
    versions: [
      {
        ...education,
        startEvent: 'the plan or the review before',
        stopEvent: 'the review of the plan',
        limit: { kind: 'none', inShort: 'Each school term', because: 'There is no number of days: each school term.' },
      },
    ],
  },
  'care-proceedings': {
    title: 'Care proceedings',
    versions: [
      {
        validFrom: date('2014-04-22'),
        citations: ['Children Act 1989, section 32'],
        confidence: 'statute',
        startEvent: 'issue of the application',
        stopEvent: 'disposal of the application',
        limit: { kind: 'counted', amount: 26, unit: 'weeks', dayOfEvent: 1, direction: 'forwards', bound: 'latest' },
        exceptions: ['The court may extend the period where that is necessary to resolve the proceedings justly (section 32(5)).'],
        isLocal: false,
        notes: ['The day of issue is day 1.'],
      },
    ],
  },
  'eligible-child-needs-assessment': {
    title: 'Assessment of an eligible child’s needs',
    versions: [
      {
        ...underRegulation(42),
        startEvent: 'the 16th birthday, or becoming an eligible child after it',
        stopEvent: 'the assessment of needs',
        limit: { kind: 'counted', amount: 3, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'private-fostering-visit-first-year': {
    title: 'Visit to a privately fostered child: in the first year',
    versions: [
      {
        ...privateFostering,
        startEvent: 'the visit before',
        stopEvent: 'the next visit',
        limit: { kind: 'counted', amount: 6, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'private-fostering-visit-later': {
    title: 'Visit to a privately fostered child: in later years',
    versions: [
      {
        ...privateFostering,
        startEvent: 'the visit before',
        stopEvent: 'the next visit',
        limit: { kind: 'counted', amount: 12, unit: 'weeks', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'return-interview': {
    title: 'Return interview offered to a child who was missing',
    versions: [
      {
        ...health,
        validFrom: date('2014-01-01'),
        isValidFromMonth: true,
        citations: ['Children who run away or go missing from home or care (statutory guidance, January 2014)'],
        startEvent: 'the child’s return',
        stopEvent: 'the interview',
        limit: { kind: 'counted', amount: 72, unit: 'clock hours', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        notes: ['Clock hours: nothing pauses for weekends or holidays.'],
      },
    ],
  },
} satisfies RuleRows
