import { date } from '#core/dates.ts'
import type { RuleRows } from '../rule.ts'

const citations = ['Care Planning, Placement and Case Review (England) Regulations 2010 (SI 2010/959), regulation 50']

export const records = {
  'looked-after-record-retention': {
    title: 'Keeping a looked-after child’s record',
    versions: [
      {
        validFrom: date('1900-01-01'),
        citations,
        confidence: 'statute',
        startEvent: 'the child’s birth',
        stopEvent: 'keeping of the record',
        limit: { kind: 'counted', amount: 75, unit: 'years', dayOfEvent: 0, direction: 'forwards', bound: 'until' },
        exceptions: ['A death under 18: see “Keeping the record of a looked-after child who died”.', 'A legal hold.'],
        isLocal: false,
        notes: ['To the 75th birthday. The rule of 2011 covers children born long before it.', 'Disposal is certified.'],
      },
    ],
  },
  'looked-after-record-retention-after-death': {
    title: 'Keeping the record of a looked-after child who died',
    versions: [
      {
        validFrom: date('2011-04-01'),
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
  'sign-in-guesses': {
    title: 'Guesses at a password',
    versions: [
      {
        validFrom: date('2026-01-01'),
        citations: ['This product’s own security rules'],
        confidence: 'local',
        startEvent: 'the first wrong password',
        stopEvent: 'another attempt to sign in',
        limit: { kind: 'none', because: 'Not a due date: at most 10 guesses in 5 minutes, which sign-in enforces.' },
        exceptions: [],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'unused-account': {
    title: 'Closing an account that is not used',
    versions: [
      {
        validFrom: date('2026-01-01'),
        citations: ['This product’s own security rules'],
        confidence: 'local',
        startEvent: 'the last sign-in',
        stopEvent: 'disabling of the account',
        limit: { kind: 'none', because: 'There is no national period: each council sets after how long an unused account is disabled.' },
        exceptions: [],
        isLocal: true,
        notes: [],
      },
    ],
  },
} satisfies RuleRows
