import { date } from '#core/dates.ts'
import type { RuleRows, RuleVersion } from '../rule.ts'

/** The edition that brought rapid reviews and child safeguarding practice reviews, issued 4 July 2018. */
const fromGuidance = {
  validFrom: date('2018-07-04'),
  citations: ['Working Together to Safeguard Children (statutory guidance)'],
  confidence: 'guidance',
  exceptions: [],
  isLocal: false,
  notes: ['Working Together was issued anew in 2026: the safeguarding partners confirm the setting.'],
} satisfies Partial<RuleVersion>

export const learning = {
  'serious-incident-notification': {
    title: 'Notification of a serious incident',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'becoming aware of the incident',
        stopEvent: 'notification to the national panel',
        limit: { kind: 'counted', amount: 5, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'rapid-review': {
    title: 'Rapid review',
    versions: [
      {
        ...fromGuidance,
        startEvent: 'notification of the incident',
        stopEvent: 'the rapid review',
        limit: { kind: 'counted', amount: 15, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
      },
    ],
  },
  'practice-review-publication': {
    title: 'Publication of a child safeguarding practice review',
    versions: [
      {
        citations: ['Annual report of the Worcestershire Safeguarding Children Partnership, on what the national panel expects (panel papers of 7 July 2023)'],
        confidence: 'guidance',
        startEvent: 'the incident (as the partnership’s report counts it)',
        stopEvent: 'publication of the review',
        limit: { kind: 'counted', amount: 6, unit: 'calendar months', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: [],
        isLocal: false,
        notes: [
          'Six months. The report says “of the incident”; the statutory guidance says what they count from: confirm it there before relying on the date.',
          'Where criminal proceedings hold publication back, the partnership passes the learning on without it.',
        ],
      },
    ],
  },
} satisfies RuleRows
