import { date } from '#core/dates.ts'
import type { RuleRows } from '../rule.ts'

/** SI 2010/959, in force 1 April 2011. */
const since = date('2011-04-01')
const citations = ['Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 50']

export const records = {
  'looked-after-record-retention': {
    title: 'Keeping a looked-after child’s record',
    versions: [
      {
        validFrom: since,
        coversEarlier: 'births before that day',
        citations,
        confidence: 'statute',
        startEvent: 'the child’s birth',
        stopEvent: 'keeping of the record',
        limit: { kind: 'counted', amount: 75, unit: 'years', dayOfEvent: 0, direction: 'forwards', bound: 'until' },
        exceptions: ['A death under 18: see “Keeping the record of a looked-after child who died”.', 'A legal hold.'],
        isLocal: false,
        notes: [
          'To the 75th birthday. The count begins with the birth, so it may begin before the regulations did.',
          'A record that was closed before 1 April 2011 was kept under earlier regulations, which are not held here: the council confirms its date.',
          'Disposal is certified.',
        ],
      },
    ],
  },
  'looked-after-record-retention-after-death': {
    title: 'Keeping the record of a looked-after child who died',
    versions: [
      {
        validFrom: since,
        citations,
        confidence: 'statute',
        startEvent: 'the death of a child under 18',
        stopEvent: 'keeping of the record',
        limit: { kind: 'counted', amount: 15, unit: 'years', dayOfEvent: 1, direction: 'forwards', bound: 'until' },
        exceptions: ['A legal hold.'],
        isLocal: false,
        notes: ['The 15 years begin with the day of death.', 'Disposal is certified.'],
      },
    ],
  },
} satisfies RuleRows
