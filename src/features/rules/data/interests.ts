import { date } from '#core/dates.ts'
import type { RuleRows } from '../rule.ts'

/** Chapter 7 of Part 1 of the Localism Act 2011, in force 1 July 2012. */
const standards = date('2012-07-01')

export const interests = {
  'interest-registration': {
    title: 'Disclosable pecuniary interest: register on taking office',
    versions: [
      {
        validFrom: standards,
        citations: ['Localism Act 2011, section 30'],
        confidence: 'statute',
        startEvent: 'election or co-option',
        stopEvent: 'notice of the interest to the monitoring officer',
        limit: { kind: 'counted', amount: 28, unit: 'days', dayOfEvent: 1, direction: 'forwards', bound: 'latest' },
        exceptions: ['Details of a sensitive interest are withheld from the public register (section 32).'],
        isLocal: false,
        notes: ['The 28 days begin with the day of taking office.'],
      },
    ],
  },
  'interest-registration-after-disclosure': {
    title: 'Disclosable pecuniary interest: register after disclosing it at a meeting',
    versions: [
      {
        validFrom: standards,
        citations: ['Localism Act 2011, section 31'],
        confidence: 'statute',
        startEvent: 'the disclosure',
        stopEvent: 'notice of the interest to the monitoring officer',
        limit: { kind: 'counted', amount: 28, unit: 'days', dayOfEvent: 1, direction: 'forwards', bound: 'latest' },
        exceptions: ['Details of a sensitive interest are withheld from the public register (section 32).'],
        isLocal: false,
        notes: ['The 28 days begin with the day of the disclosure.'],
      },
    ],
  },
  'interest-registration-after-change': {
    title: 'New or changed interest: register it while in office',
    versions: [
      {
        validFrom: date('2020-12-01'),
        isValidFromMonth: true,
        citations: ['Local Government Association, Model Councillor Code of Conduct, appendix B, as councils adopt it under the Localism Act 2011, section 28'],
        confidence: 'guidance',
        startEvent: 'the day on which the member becomes aware of the new or changed interest',
        stopEvent: 'notice of the interest to the monitoring officer',
        limit: { kind: 'counted', amount: 28, unit: 'days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: ['Details of a sensitive interest are withheld from the public register (section 32).'],
        isLocal: true,
        notes: ['The Act itself sets no limit for a change between elections, unless the interest is disclosed at a meeting.'],
      },
    ],
  },
  'interest-at-a-meeting': {
    title: 'Disclosable pecuniary interest: no part in the matter',
    versions: [
      {
        validFrom: standards,
        citations: ['Localism Act 2011, sections 31 to 33'],
        confidence: 'statute',
        startEvent: 'a matter in which a member has a disclosable pecuniary interest',
        stopEvent: 'discussion and vote',
        limit: { kind: 'none', inShort: 'No part in the discussion or the vote', because: 'There is no time limit: the member takes no part in the discussion and no part in the vote.' },
        exceptions: ['A dispensation under section 33.'],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'education-co-optees': {
    title: 'Votes of education co-optees',
    versions: [
      {
        validFrom: date('2012-05-04'),
        citations: ['Local Government Act 2000, Schedule A1'],
        confidence: 'statute',
        startEvent: 'a vote of a scrutiny committee',
        stopEvent: 'the vote of a church or parent-governor representative',
        limit: { kind: 'none', inShort: 'A vote on education functions only', because: 'There is no time limit: they vote only on matters of the executive’s education functions.' },
        exceptions: [],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'health-and-wellbeing-board-votes': {
    title: 'Votes on the health and wellbeing board',
    versions: [
      {
        validFrom: date('2013-04-01'),
        citations: ['Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013 (SI 2013/218)'],
        confidence: 'statute',
        startEvent: 'a vote of the board',
        stopEvent: 'the votes of its members',
        limit: { kind: 'none', inShort: 'All members vote', because: 'There is no time limit: all members vote unless the council directs otherwise.' },
        exceptions: ['A direction of the council, after consulting the board.'],
        isLocal: false,
        notes: [],
      },
    ],
  },
} satisfies RuleRows
