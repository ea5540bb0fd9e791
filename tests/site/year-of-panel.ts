/** The bodies of the year that is played, and its days. */
export const panel = 'children-and-families-overview-and-scrutiny-panel'
export const board = 'overview-and-scrutiny-performance-board'
export const panelName = 'Children and Families Overview and Scrutiny Panel'
export const boardName = 'Overview and Scrutiny Performance Board'

export const july = `/bodies/${panel}/2024-07-10`
/** The items of July’s agenda: what is outstanding has put itself after the two of the programme, before what is heard without the public. */
export const julyItems = { issue: 5, figures: 6, outstanding: 7, exempt: 8 } as const

export const september = `/bodies/${panel}/2024-09-11`

/** What people write in this year, most of it first where the public may not read it. */
export const words = {
  issue: 'Foster carers: finding them and keeping them',
  slug: 'foster-carers-finding-them-and-keeping-them',
  scoreReason: 'Forty children wait for a family',
  draftOfReport: 'Of 212 households 31 gave up last year',
  exemptTitle: 'Fees of Tamarisk House Fostering',
  exemptText: 'Tamarisk asks for nine hundred pounds a week',
  publicTitle: 'Fees of an agency',
  sensitive: 'Bookkeeper of the refuge at Larch Hill',
  sensitiveReason: 'He knows where she works',
  ownInterest: 'Tamarisk House Fostering',
  question: 'How many carers left because they were not paid in time?',
  minute: 'The panel heard why carers give up.',
  corrected: 'The panel heard why 31 carers gave up.',
  membersMinute: 'The agency would take seven hundred',
  recommended: ['That carers are paid within a week.', 'That each carer has a named worker.', 'That the allowance is doubled.'],
  requested: 'That the trust says how long children wait for help.',
  reasonInPart: 'One worker to three carers can be paid for',
  reasonRejected: 'It would cost two million pounds a year',
  signature: 'Nobody asked the carers',
  group: 'Short breaks at weekends',
  draftOfGroup: 'Two of three houses stand empty on Saturdays',
  flagged: 'Foster carers who gave up',
  evidence: 'Of 181 carers 179 were paid within a week in August.',
  speaker: 'Ottoline Pargeter',
  statement: 'Carers wait three weeks to be paid.',
} as const
