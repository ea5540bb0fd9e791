import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { areasOf } from '../comparators/area.ts'
import { definition } from '../definitions/definition.ts'
import { rowChecker } from './check-row.ts'
import type { RowGiven } from './observation.ts'

const usual = { name: 'A', definition: 'A.', why: 'A.', polarity: 'higher', frequency: 'quarter', counting: 'period', source: { name: 'A' }, steward: 'Intelligence', owner: 'Head', lag: { days: 30 } }
const measure = (slug: string, changes: object) => [slug, [definition.parse({ slug, unit: 'percent', decimals: 1, ...usual, ...changes })]] as const
const check = rowChecker({
  measures: new Map([
    measure('plans-on-time', { firstPeriod: '2019-20-q1', breakdowns: [{ name: 'phase', values: ['primary', 'secondary'] }, { name: 'district', values: ['redditch'] }] }),
    measure('referrals', { unit: 'rate', per: 10000 }),
    measure('children-looked-after', { unit: 'count', decimals: 0, frequency: 'snapshot', counting: 'snapshot' }),
    measure('days-to-adoption', { unit: 'days', decimals: 0 }),
    measure('gap', { range: { lowest: -100, highest: 100 } }),
    measure('mortality', { unit: 'rate', per: 100000, interval: 'dobson' }),
  ]),
  areas: areasOf([{ code: 'E10000034', name: 'Worcestershire', kind: 'council', region: 'E12000005', isOwn: true }]),
  today: date('2023-07-07'),
})
const row = (changes: Partial<RowGiven> = {}): RowGiven => ({ measure: 'plans-on-time', period: '2022-23-q4', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '85.2', status: '', note: '', reason: '', ...changes })
const faultsOf = (changes: Partial<RowGiven>) => (check(row(changes)).faults ?? []).map(({ field, found, message }) => `${field} ${found ?? ''}: ${message}`)
const observed = (changes: Partial<RowGiven>) => {
  const checked = check(row(changes))
  return checked.faults === undefined ? checked.observation : assert.fail(JSON.stringify(checked.faults))
}

test('a row that can be so is a figure, final where nothing else is said', () => {
  assert.deepEqual(observed({ area: 'worcestershire', breakdown: 'district=redditch; phase=primary', numerator: '23', denominator: '27' }), {
    measure: 'plans-on-time', area: 'E10000034', breakdown: 'phase=primary;district=redditch', period: '2022-23-q4', numerator: 23, denominator: 27, value: 85.2, status: 'final', note: '', reason: '',
  })
  assert.equal(observed({ area: 'statistical-neighbours' }).area, 'statistical-neighbours')
})

test('a figure left empty follows from what was counted', () => {
  assert.equal(observed({ value: '', numerator: '1', denominator: '8' }).value, 12.5)
  assert.equal(observed({ measure: 'referrals', value: '', numerator: '30', denominator: '60000' }).value, 5)
  assert.equal(observed({ measure: 'children-looked-after', period: '2023-03-31', value: '', numerator: '812' }).value, 812)
})

test('numbers in other forms are refused with what to write', () => {
  assert.deepEqual(faultsOf({ value: '85.2%' }), ['value 85.2%: Write the percentage as a number: 85.2'])
  assert.deepEqual(faultsOf({ numerator: '1,234', denominator: '2000', value: '' }), ['numerator 1,234: Write the number without a thousands separator: 1234'])
  assert.match(faultsOf({ value: 'n/a' })[0] ?? '', /leave this empty, and give the status as not-available/)
  assert.match(faultsOf({ value: '-' })[0] ?? '', /leave this empty/)
  assert.match(faultsOf({ value: '1e5' })[0] ?? '', /Format the column as a number/)
  assert.match(faultsOf({ value: '9'.repeat(20) })[0] ?? '', /too large/)
})

test('a percentage below nothing or above all is refused, unless the definition has a range of its own', () => {
  assert.match(faultsOf({ value: '100.1' })[0] ?? '', /Give at most 100: the measure is a percentage/)
  assert.match(faultsOf({ value: '-0.1' })[0] ?? '', /Give 0 or more/)
  assert.equal(observed({ measure: 'gap', value: '-12.5' }).value, -12.5)
})

test('no more are counted than there are, and of nothing there is no figure', () => {
  assert.deepEqual(faultsOf({ numerator: '30', denominator: '27' }), ['numerator 30: This is more than the denominator, 27. Correct the one that is wrong.'])
  assert.match(faultsOf({ numerator: '0', denominator: '0', value: '0' })[0] ?? '', /denominator 0: Of nothing there is no figure/)
})

test('a value that does not follow from what was counted is refused, and a slip of the unit is named', () => {
  assert.match(faultsOf({ numerator: '23', denominator: '27', value: '86.2' })[0] ?? '', /follows 85\.2\. Correct the one/)
  assert.match(faultsOf({ numerator: '23', denominator: '27', value: '0.852' })[0] ?? '', /follows 85\.2; this is a hundredth of it, like a share/)
  assert.match(faultsOf({ measure: 'referrals', numerator: '30', denominator: '60000', value: '0.5' })[0] ?? '', /follows 5; this is a tenth of it/)
  assert.equal(observed({ numerator: '23', denominator: '27', value: '85' }).value, 85)
  assert.equal(observed({ measure: 'mortality', numerator: '23', denominator: '10000', value: '340' }).value, 340)
})

test('a count is a whole number', () => {
  assert.match(faultsOf({ measure: 'children-looked-after', period: '2023-03-31', value: '812.5' })[0] ?? '', /Give a whole number/)
  assert.equal(observed({ measure: 'days-to-adoption', value: '412.5' }).value, 412.5)
})

test('a gap is a gap: it has a status that says why, and no figure', () => {
  assert.equal(observed({ value: '', status: 'not-available', note: 'Not collected.' }).value, undefined)
  assert.match(faultsOf({ value: '' })[0] ?? '', /Give the figure, or the status not-available/)
  assert.match(faultsOf({ status: 'not-applicable' })[0] ?? '', /value 85\.2: With the status not-applicable there is no figure/)
  assert.match(faultsOf({ status: 'provisonal' })[0] ?? '', /Did you mean provisional\?/)
})

test('a revision says why, in the note or in a column of its own', () => {
  assert.match(faultsOf({ status: 'revised' })[0] ?? '', /^note : Say why/)
  assert.deepEqual([observed({ status: 'revised', note: 'Late.' }).note, observed({ status: 'revised', note: 'Late.' }).reason], ['', 'Late.'])
  assert.deepEqual([observed({ status: 'revised', note: 'See 2.', reason: 'Late.' }).note, observed({ status: 'revised', note: 'See 2.', reason: 'Late.' }).reason], ['See 2.', 'Late.'])
})

test('a name that is not known is told with the nearest that is', () => {
  assert.match(faultsOf({ measure: 'plan-on-time' })[0] ?? '', /^measure plan-on-time: There is no such measure\. Did you mean plans-on-time\?/)
  assert.match(faultsOf({ area: 'Worcestershre' })[0] ?? '', /Did you mean Worcestershire\?/)
  assert.match(faultsOf({ breakdown: 'phase=primry' })[0] ?? '', /Did you mean primary\?/)
  assert.match(faultsOf({ breakdown: 'fase=primary' })[0] ?? '', /Did you mean phase\?/)
  assert.match(faultsOf({ breakdown: 'primary' })[0] ?? '', /Write a breakdown as phase=primary/)
  assert.match(faultsOf({ breakdown: 'phase=primary;phase=secondary' })[0] ?? '', /stands here twice/)
  assert.match(faultsOf({ measure: 'referrals', breakdown: 'phase=primary' })[0] ?? '', /has no breakdown/)
})

test('a period is of the measure’s frequency, not to come, and not before the measure begins', () => {
  assert.match(faultsOf({ period: '2022-04' })[0] ?? '', /whose frequency is quarter\. Give one such as 2019-20-q1/)
  assert.match(faultsOf({ period: 'Fourth quarter' })[0] ?? '', /There is no such period/)
  assert.match(faultsOf({ period: '2023-24-q3' })[0] ?? '', /has not begun yet/)
  assert.match(faultsOf({ period: '2018-19-q4' })[0] ?? '', /begins with 2019-20-q1/)
  assert.match(faultsOf({ period: '2023-24-q2' })[0] ?? '', /^status : This period is not over/)
  assert.equal(observed({ period: '2023-24-q2', status: 'provisional' }).status, 'provisional')
})

test('England may be known by the year where the council is by the quarter', () => {
  assert.equal(observed({ area: 'England', period: '2018-19' }).period, '2018-19')
  assert.match(faultsOf({ period: '2022-23' })[0] ?? '', /not one of the measure/)
})

test('what a spreadsheet program or a hand makes of a number is told with what to write', () => {
  const told = (value: string) => faultsOf({ value })[0]?.split(': ').slice(1).join(': ')
  assert.match(told('1.234,5') ?? '', /nothing between its thousands: 1234\.5$/)
  assert.match(told('85,2') ?? '', /decimal point as a point: 85\.2$/)
  assert.match(told('1’234') ?? '', /without a thousands separator: 1234$/)
  assert.match(told('1\u00A0234') ?? '', /without a thousands separator: 1234$/)
  assert.match(told('85.2 per cent') ?? '', /percentage as a number: 85\.2$/)
  assert.match(told('−5') ?? '', /minus as a hyphen: -5$/)
  assert.match(told('(5)') ?? '', /with a minus: -5\./)
  assert.match(told('12 p') ?? '', /number alone: 12\./)
  assert.match(told('12*') ?? '', /number alone: 12\./)
  assert.match(told('\u200B12') ?? '', /nobody sees stands beside the number\. Type it again: 12$/)
  assert.match(told('#DIV/0!') ?? '', /error of a formula/)
  assert.match(told('#####') ?? '', /too narrow/)
  assert.match(told('=B2/C2') ?? '', /This is a formula/)
  assert.match(told('02-Jan') ?? '', /turned this into a date/)
  assert.match(told('1.2E+05') ?? '', /has shortened this/)
  assert.match(told('<5') ?? '', /Give the number itself/)
  assert.match(told('1O') ?? '', /Give a number such as/)
})

test('a period that a spreadsheet program turned into a date, or that is written otherwise, is told as it is to be', () => {
  const told = (period: string, slug = 'plans-on-time') => faultsOf({ period, measure: slug })[0]?.split(': ').slice(1).join(': ')
  assert.equal(told('Q4 2022/23'), 'Write the period as 2022-23-q4.')
  assert.equal(told('2022-23-Q4'), 'Write the period as 2022-23-q4.')
  for (const turned of ['31/03/2023', '31-Mar-23', '45016', '2023-03-31 00:00:00']) assert.match(told(turned, 'children-looked-after') ?? '', /^Write the period as 2023-03-31\. .*format the column as text/)
  assert.match(told('Mar-23', 'children-looked-after') ?? '', /There is no such period/)
  assert.match(told('45016') ?? '', /There is no such period/)
})

test('a note whose signs were garbled on the way is refused', () => {
  assert.match(faultsOf({ note: 'Cost Â£500' })[0] ?? '', /^note .*A sign became “Â£” on the way/)
  assert.match(faultsOf({ note: 'Late â€“ again' })[0] ?? '', /^note .*A sign became “â€“” on the way/)
  assert.deepEqual(faultsOf({ note: 'Âge moyen, São Paulo, £5 – “so”' }), [])
})
