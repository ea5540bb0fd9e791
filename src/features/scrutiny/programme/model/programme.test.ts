import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { itemsOf, reportedBefore, reportsOf } from '../rules/reports-of-entry.ts'
import { addEntry, differenceInWords, moveEntry, placeEntry, takeOutEntry } from './change-programme.ts'
import { scoreInWords, scoreWeight } from './criteria.ts'
import { frequencyInWords, roleWithArticle, whenInWords } from './when-words.ts'
import { workProgramme, type Entry, type EntrySlug, type Month, type TimedEntry } from './work-programme.ts'

const possible = (slug: string): TimedEntry => ({ slug: slug as EntrySlug, issue: `About ${slug}`, subject: slug, kind: 'possible', when: 'to-be-confirmed' })
const programme = (...entries: Entry[]) => workProgramme.parse({ body: 'panel', year: '2023-24', from: '2023-05-18', to: '2024-04-30', entries })
const slugs = (changed: { programme: { entries: readonly Entry[] } }) => changed.programme.entries.map(({ slug }) => slug)

test('each change adds one line to the history, with the entry as it then stands', () => {
  const { changes } = addEntry(programme(), possible('a'), 'The panel asked')
  assert.deepEqual(changes.map(({ entry, what, why, record }) => [entry, what, why, record?.issue]), [['a', 'Added: possible future item, to be confirmed', 'The panel asked', 'About a']])
})

test('a possible item that is placed at a meeting is a dated one', () => {
  const placed = placeEntry(programme(possible('a')), possible('a'), { meeting: date('2023-09-27') })
  assert.deepEqual(placed.programme.entries.map(({ kind }) => kind), ['dated'])
  assert.equal(placed.changes[0]?.what, 'Placed: Wednesday 27 September 2023')
})

test('entries move among their own kind, and the first of them no further', () => {
  const standing: Entry = { slug: 's' as EntrySlug, issue: 'Standing', kind: 'standing', frequency: 'every-meeting' }
  const kept = programme(possible('a'), standing, possible('b'))
  const moved = moveEntry(kept, possible('b'), 'up')
  assert.ok(moved.ok)
  assert.deepEqual(slugs(moved.value), ['b', 's', 'a'])
  const refused = moveEntry(kept, possible('a'), 'up')
  assert.equal(refused.ok ? undefined : refused.refusal.kind, 'not-now')
})

test('an entry that is taken out stays with its reason', () => {
  const out = takeOutEntry(programme(possible('a')), possible('a'), { on: date('2023-07-03'), who: 'scrutiny officer', reason: 'Cabinet has decided' })
  assert.deepEqual([slugs(out), out.changes[0]?.why], [['a'], 'Cabinet has decided'])
})

test('a change says which parts are different, and nothing where none is', () => {
  assert.equal(differenceInWords(possible('a'), { ...possible('a'), issue: 'Other', followUp: 'Soon' }), 'Changed: issue, follow-up')
  assert.equal(differenceInWords(possible('a'), possible('a')), undefined)
})

test('a topic that meets more criteria weighs more, and one that is not scored says so', () => {
  assert.equal(scoreInWords({ priority: { answer: 'yes' }, practicable: { answer: 'partly' }, newLaw: { answer: 'no' } }), '1 yes, 1 partly, 1 no')
  assert.ok(scoreWeight({ priority: { answer: 'yes' } }) > scoreWeight({ priority: { answer: 'partly' } }))
  assert.equal(scoreInWords({}), 'Not scored')
})

const time = (day: string, body = 'panel', subject = 'a') => ({ subject, body, bodyName: body, date: date(day), item: 5, title: `About ${subject}` })
const year = { to: date('2024-04-30') }
const reported = (entry: Entry, days: Parameters<typeof reportsOf>[1], today: string, turn?: string) =>
  reportsOf(entry, days, { body: 'panel', before: reportedBefore(entry, year, date(today), turn === undefined ? undefined : date(turn)) }).recorded.map((one) => `${one.date} ${one.body}`)

test('a day that the record shows is not said again as stated', () => {
  const entry = { ...possible('a'), statedReports: [{ on: date('2022-03-22') }, { on: '2022-07' as Month }, { on: date('2019-05-25'), body: 'board' }] }
  const { recorded, stated } = reportsOf(entry, [time('2022-07-20'), time('2022-03-22', 'panel', 'b')], { body: 'panel', before: date('2023-07-03') })
  assert.deepEqual(recorded.map((one) => one.date), ['2022-07-20'])
  assert.deepEqual(stated.map(({ on }) => on), ['2022-03-22', '2019-05-25'])
})

test('an entry was last reported before its own meeting: that meeting and what came after it are no earlier report', () => {
  const times = [time('2023-12-06'), time('2023-09-27'), time('2023-07-07')]
  const entry: Entry = { ...possible('a'), kind: 'dated', when: { meeting: date('2023-09-27') } }
  assert.deepEqual(reported(entry, times, '2024-01-31'), ['2023-07-07 panel'])
  assert.deepEqual(reported({ ...entry, when: { month: '2023-09' as Month } }, times, '2024-01-31'), ['2023-07-07 panel'])
  assert.deepEqual(reported({ ...entry, when: { from: '2023-12' as Month, to: '2024-01' as Month } }, times, '2024-01-31'), ['2023-09-27 panel', '2023-07-07 panel'])
  assert.deepEqual(itemsOf(entry, times, 'panel', date('2023-09-27')).map((one) => one.date), ['2023-09-27'], 'its own meeting is where it comes')
})

test('a meeting to come is no report yet, and without a day of its own an entry was last reported before today, never after the year of the programme', () => {
  const times = [time('2025-01-15'), time('2024-04-30'), time('2023-07-07')]
  assert.deepEqual(reported({ ...possible('a'), when: { meeting: date('2023-12-06') } }, times, '2023-07-07'), [])
  assert.deepEqual(reported(possible('a'), times, '2023-07-08'), ['2023-07-07 panel'])
  assert.deepEqual(reported(possible('a'), times, '2026-11-22'), ['2024-04-30 panel', '2023-07-07 panel'])
  const standing: Entry = { slug: 's' as EntrySlug, issue: 'A', subject: 'a', kind: 'standing', frequency: 'every-meeting' }
  assert.deepEqual(reported(standing, times, '2026-11-22', '2024-04-30'), ['2023-07-07 panel'], 'at each of its turns a standing item has a meeting of its own')
})

test('reports to this body come first, and others name theirs', () => {
  const times = [time('2023-06-20', 'board'), time('2023-06-19', 'cabinet'), time('2023-06-18', 'board'), time('2022-05-01'), time('2021-05-01'), time('2020-05-01'), time('2019-05-01')]
  assert.deepEqual(reported(possible('a'), times, '2023-07-03'), ['2022-05-01 panel', '2021-05-01 panel', '2020-05-01 panel', '2023-06-20 board', '2023-06-19 cabinet'])
})

test('times are said as programmes print them', () => {
  assert.deepEqual([whenInWords({ month: '2024-01' as Month }), whenInWords({ from: '2021-02' as Month, to: '2021-03' as Month }), whenInWords({ from: '2020-09' as Month, to: '2020-11' as Month, inWords: 'Autumn 2020' }), whenInWords('to-be-confirmed')], ['January 2024', 'February 2021 to March 2021', 'Autumn 2020', 'To be confirmed'])
  assert.deepEqual([frequencyInWords({ inMonths: [3, 7, 9] }), frequencyInWords({ onceAYearIn: [11, 1] })], ['March, July and September', 'Once a year, in November or January'])
})

test('who changed something is said as people say it', () => {
  assert.deepEqual(['scrutiny officer', 'the system', 'a file that was loaded', 'somebody with an account'].map(roleWithArticle), ['the scrutiny officer', 'the system', 'a file that was loaded', 'somebody with an account'])
})

test('two entries of one address word, a year that ends before it begins and months the wrong way round are refused', () => {
  const faults = (value: object) => workProgramme.safeParse({ body: 'panel', year: '2023-24', from: '2023-05-18', to: '2024-04-30', ...value }).error?.issues.map(({ message }) => message)
  assert.deepEqual(faults({ entries: [possible('a'), possible('a')] }), ['Another entry has this address word already'])
  assert.deepEqual(faults({ to: '2023-05-01' }), ['The last day comes after the first'])
  assert.equal(faults({ entries: [{ ...possible('a'), when: { from: '2024-03', to: '2024-02' } }] })?.length, 1)
})
