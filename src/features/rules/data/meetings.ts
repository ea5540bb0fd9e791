import { date } from '#core/dates.ts'
import { time } from '#core/london-time.ts'
import type { RuleRows, RuleVersion } from '../rule.ts'

/** SI 2002/715 made the three clear days of the Act five, from this day. */
const fiveClearDaysSince = date('2002-10-01')
const accessToInformationSince = date('1986-04-01')

/** One board's terms, which stand until a body's own are known. They give the month of their revision and no day. */
const termsOfReference = {
  validFrom: date('2014-01-01'),
  isValidFromMonth: true,
  citations: ['Terms of reference of the Health and Well-Being Board, revised January 2014 (in its papers of 14 February 2017)'],
  confidence: 'local',
  isLocal: true,
} satisfies Partial<RuleVersion>

export const meetings = {
  'agenda-publication': {
    title: 'Notice of a meeting; agenda and reports open to inspection',
    versions: [
      {
        validFrom: fiveClearDaysSince,
        citations: [
          'Local Government Act 1972, sections 100A and 100B',
          'Local Authorities (Access to Meetings and Documents) (Period of Notice) (England) Order 2002 (SI 2002/715)',
          'R v Swansea City Council, ex parte Elitestone Ltd (Court of Appeal, 1993)',
        ],
        confidence: 'statute',
        startEvent: 'the meeting',
        stopEvent: 'publication of the agenda and reports',
        limit: { kind: 'counted', amount: 5, unit: 'clear working days', dayOfEvent: 0, direction: 'backwards', bound: 'latest' },
        exceptions: ['A meeting convened at shorter notice: when it is convened.', 'A late item: see “Late item”.'],
        isLocal: false,
        notes: ['Neither the day of publication nor the day of the meeting counts.'],
      },
    ],
  },
  'late-item': {
    title: 'Late item',
    versions: [
      {
        validFrom: accessToInformationSince,
        citations: ['Local Government Act 1972, section 100B(4)'],
        confidence: 'statute',
        startEvent: 'publication of the agenda',
        stopEvent: 'an item that was not on it',
        limit: {
          kind: 'none',
          inShort: 'Only for special circumstances that the chair states',
          because: 'A late item is taken only where the chair is of the opinion, by reason of special circumstances which the minutes state, that it is urgent.',
        },
        exceptions: [],
        isLocal: false,
        notes: ['The chair’s reason is shown to the public.'],
      },
    ],
  },
  'remote-attendance': {
    title: 'Members who attend a council’s meeting remotely',
    versions: [
      {
        validFrom: date('2020-04-04'),
        validTo: date('2021-05-06'),
        citations: [
          'Coronavirus Act 2020, section 78',
          'Local Authorities and Police and Crime Panels (Coronavirus) (Flexibility of Local Authority and Police and Crime Panel Meetings) (England and Wales) Regulations 2020 (SI 2020/392)',
        ],
        confidence: 'statute',
        startEvent: 'the meeting',
        stopEvent: 'the presence of a member who attends remotely',
        limit: { kind: 'none', inShort: 'Remote attendance is presence', because: 'There is no time limit: a member who could hear and be heard counted as present and could vote.' },
        exceptions: [],
        isLocal: false,
        notes: [
          'Before and since, members must be in the room to count towards the quorum and to vote (Local Government Act 1972, Schedule 12; R (Hertfordshire County Council) v Secretary of State for Housing, Communities and Local Government [2021] EWHC 1093 (Admin)).',
          'Partnerships and working groups that are not committees of the council are not bound by it.',
        ],
      },
    ],
  },
  'exclusion-of-public': {
    title: 'Confidential and exempt business',
    versions: [
      {
        validFrom: date('2006-03-01'),
        citations: ['Local Government Act 1972, sections 100A and 100I and Schedule 12A'],
        confidence: 'statute',
        startEvent: 'an item with confidential or exempt information',
        stopEvent: 'exclusion of the public',
        limit: {
          kind: 'none',
          inShort: 'No time limit: the public must be excluded for confidential business, and may be for exempt business',
          because:
            'There is no time limit. For confidential information the public must be excluded; for exempt information they may be, by a resolution that names the part of the meeting and the paragraph of Schedule 12A (1 to 7) and applies the public-interest test.',
        },
        exceptions: [],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'minutes-inspection': {
    title: 'Minutes, agenda and reports stay open to inspection',
    versions: [
      {
        validFrom: accessToInformationSince,
        citations: ['Local Government Act 1972, section 100C'],
        confidence: 'statute',
        startEvent: 'the meeting',
        stopEvent: 'inspection of minutes, agenda and reports',
        limit: { kind: 'counted', amount: 6, unit: 'years', dayOfEvent: 1, direction: 'forwards', bound: 'until' },
        exceptions: ['Minutes and reports that disclose exempt information.'],
        isLocal: false,
        notes: ['The six years begin with the day of the meeting.'],
      },
    ],
  },
  'background-papers': {
    title: 'Background papers stay open to inspection, list and copies',
    versions: [
      {
        validFrom: accessToInformationSince,
        citations: ['Local Government Act 1972, section 100D'],
        confidence: 'statute',
        startEvent: 'the meeting',
        stopEvent: 'inspection of the background papers',
        limit: { kind: 'counted', amount: 4, unit: 'years', dayOfEvent: 1, direction: 'forwards', bound: 'until' },
        exceptions: ['Papers that disclose confidential or exempt information.'],
        isLocal: false,
        notes: ['The four years begin with the day of the meeting.'],
      },
    ],
  },
  'public-participation': {
    title: 'Public participation: telling the council what you want to say',
    versions: [
      {
        ...termsOfReference,
        startEvent: 'the meeting',
        stopEvent: 'notice from a member of the public who wishes to speak',
        limit: { kind: 'counted', amount: 1, unit: 'working days', dayOfEvent: 0, direction: 'backwards', bound: 'latest', at: time('09:00') },
        exceptions: ['The chair may allow more.'],
        notes: ['Each body’s own terms of reference come first. These are one board’s.', 'Up to 20 minutes of a meeting in all, and 3 minutes each.', 'Limited to items on the agenda.'],
      },
    ],
  },
  'public-participation-response': {
    title: 'Public participation: written response',
    versions: [
      {
        ...termsOfReference,
        startEvent: 'the meeting',
        stopEvent: 'a written response from the chair',
        limit: { kind: 'counted', amount: 28, unit: 'days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: [],
        notes: ['Each body’s own terms of reference come first. These are one board’s.'],
      },
    ],
  },
} satisfies RuleRows
