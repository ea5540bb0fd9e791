import { date } from '#core/dates.ts'
import type { RuleRows } from '../rule.ts'

/** SI 2012/2089, in force 10 September 2012. */
const regulations2012 = date('2012-09-10')
const named = 'Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)'
/** Part 1A of the Local Government Act 2000, in force 4 May 2012. */
const part1A = date('2012-05-04')
/** Part 4 of SI 2013/218, in force 1 April 2013. */
const healthScrutiny = date('2013-04-01')
const isOpen = 'No authority says whether weekends and bank holidays drop out of “clear days” here, so both dates are given, the safer one first.'

export const decisions = {
  'key-decision-notice': {
    title: 'Notice of a key decision',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 9`],
        confidence: 'statute',
        startEvent: 'the decision',
        stopEvent: 'publication of the notice',
        limit: { kind: 'counted', amount: 28, unit: 'clear days', dayOfEvent: 0, direction: 'backwards', bound: 'latest' },
        exceptions: ['General exception: see “General exception”.', 'Special urgency: see “Special urgency”.'],
        isLocal: false,
        notes: ['The notice has eight required contents.', isOpen],
      },
    ],
  },
  'private-meeting-notice': {
    title: 'Private meeting of the executive: first notice',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 5(2)`],
        confidence: 'statute',
        startEvent: 'the private meeting',
        stopEvent: 'publication of the notice that it is to be private',
        limit: { kind: 'counted', amount: 28, unit: 'clear days', dayOfEvent: 0, direction: 'backwards', bound: 'latest' },
        exceptions: ['An urgent meeting that the chair of scrutiny, or else the chair or the vice-chair of the council, agrees cannot reasonably be deferred.'],
        isLocal: false,
        notes: ['The notice states the reasons.', isOpen],
      },
    ],
  },
  'private-meeting-second-notice': {
    title: 'Private meeting of the executive: second notice',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 5(4)`],
        confidence: 'statute',
        startEvent: 'the private meeting',
        stopEvent: 'publication of the further notice',
        limit: { kind: 'counted', amount: 5, unit: 'clear days', dayOfEvent: 0, direction: 'backwards', bound: 'latest' },
        exceptions: ['An urgent meeting that the chair of scrutiny, or else the chair or the vice-chair of the council, agrees cannot reasonably be deferred.'],
        isLocal: false,
        notes: ['It states the reasons, the representations received and the answer to them.', isOpen],
      },
    ],
  },
  'general-exception': {
    title: 'General exception: a key decision without 28 clear days’ notice',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 10`],
        confidence: 'statute',
        startEvent: 'notice to the chair of scrutiny and its publication',
        stopEvent: 'the decision',
        limit: { kind: 'counted', amount: 5, unit: 'clear days', dayOfEvent: 0, direction: 'forwards', bound: 'earliest' },
        exceptions: ['Special urgency: see “Special urgency”.'],
        isLocal: false,
        notes: ['Only where 28 clear days’ notice is impracticable.', isOpen],
      },
    ],
  },
  'special-urgency': {
    title: 'Special urgency: a key decision without notice',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 11`],
        confidence: 'statute',
        startEvent: 'the agreement that the decision is urgent and cannot reasonably be deferred',
        stopEvent: 'the decision',
        limit: {
          kind: 'none',
          inShort: 'No number of days: the chair of scrutiny agrees that it cannot wait',
          because: 'There is no number of days: the chair of scrutiny, or else the chair of the council, or else its vice-chair, agrees; the reasons are published.',
        },
        exceptions: [],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'decision-statement': {
    title: 'Statement of an executive decision',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 12`],
        confidence: 'statute',
        startEvent: 'the meeting at which the decision was made',
        stopEvent: 'the written statement',
        limit: { kind: 'none', inShort: 'As soon as reasonably practicable', because: 'There is no number of days: as soon as reasonably practicable.' },
        exceptions: [],
        isLocal: false,
        notes: ['It gives the decision, its date, the reasons, the alternatives rejected, conflicts of interest and dispensations.'],
      },
    ],
  },
  'scrutiny-document-request': {
    title: 'A scrutiny member’s request for an executive document',
    versions: [
      {
        validFrom: regulations2012,
        citations: [`${named}, regulation 17`],
        confidence: 'statute',
        startEvent: 'receipt of the request',
        stopEvent: 'supply of the document',
        limit: { kind: 'counted', amount: 10, unit: 'clear days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: ['A refusal gives its reasons in writing.'],
        isLocal: false,
        notes: ['The document is due as soon as reasonably practicable and by the end of the tenth day at the latest.', isOpen],
      },
    ],
  },
  'executive-response': {
    title: 'The executive’s response to a scrutiny report',
    versions: [
      {
        validFrom: part1A,
        citations: ['Local Government Act 2000, section 9FE'],
        confidence: 'guidance',
        startEvent: 'receipt of the report with the committee’s written notice',
        stopEvent: 'the response',
        limit: { kind: 'counted', amount: 2, unit: 'calendar months', dayOfEvent: 1, direction: 'forwards', bound: 'latest' },
        exceptions: ['It runs only once the committee has served its notice; where the notice comes later than the report, from the notice.'],
        isLocal: false,
        notes: ['The two months begin with the day of receipt.', 'It binds the council and its executive, and nobody else: see “A health body’s response to scrutiny” and “A partner authority’s regard to scrutiny”.'],
      },
    ],
  },
  'health-scrutiny-response': {
    title: 'A health body’s response to scrutiny',
    versions: [
      {
        validFrom: healthScrutiny,
        citations: ['Local Authority (Public Health, Health and Wellbeing Boards and Health Scrutiny) Regulations 2013 (SI 2013/218), regulation 22'],
        confidence: 'guidance',
        startEvent: 'the request for a response',
        stopEvent: 'the response in writing',
        limit: { kind: 'counted', amount: 28, unit: 'days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: ['It runs only where scrutiny asked for a response.'],
        isLocal: false,
        notes: ['It binds NHS bodies and those who provide health services in the area.', 'The day of the request is not counted.'],
      },
    ],
  },
  'partner-regard': {
    title: 'A partner authority’s regard to scrutiny',
    versions: [
      {
        validFrom: part1A,
        citations: ['Local Government Act 2000, section 9FF'],
        confidence: 'statute',
        startEvent: 'the committee’s written notice with a copy of the report',
        stopEvent: 'having regard to it',
        limit: { kind: 'none', inShort: 'Must have regard, and no day is set', because: 'A partner authority must have regard to the report in what it does. The Act asks it for no answer, and sets no time.' },
        exceptions: ['A health body to which the report was made as health scrutiny is asked under SI 2013/218 instead.'],
        isLocal: false,
        notes: ['The report is one to the council or its executive, and concerns what the partner authority does in the area.'],
      },
    ],
  },
  'call-in': {
    title: 'Call-in of an executive decision',
    versions: [
      {
        validFrom: part1A,
        citations: ['Local Government Act 2000, section 9F', 'The council’s constitution'],
        confidence: 'local',
        startEvent: 'publication of the decision',
        stopEvent: 'the call-in',
        limit: { kind: 'counted', amount: 5, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest', members: 3 },
        exceptions: ['An urgent decision may be exempted by the constitution.'],
        isLocal: true,
        notes: ['The Act sets neither a period nor a number of members: five working days and three members stand until the council sets its own.'],
      },
    ],
  },
  'call-in-consideration': {
    title: 'Considering a decision that was called in',
    versions: [
      {
        validFrom: part1A,
        citations: ['Local Government Act 2000, section 9F', 'The council’s constitution'],
        confidence: 'local',
        startEvent: 'the call-in',
        stopEvent: 'the meeting of scrutiny that considers it',
        limit: { kind: 'counted', amount: 10, unit: 'working days', dayOfEvent: 0, direction: 'forwards', bound: 'latest' },
        exceptions: ['A council may let a decision take effect where scrutiny does not meet in time; this product keeps it stopped until its outcome is recorded.'],
        isLocal: true,
        notes: ['The Act sets no period: ten working days stand until the council sets its own.'],
      },
    ],
  },
} satisfies RuleRows
