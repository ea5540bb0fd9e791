import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findClaims } from './find-claims.ts'
import { numbersIn } from './numbers-in-text.ts'

/** Claims in short: what is said, of what, beside whom, and whether it is denied. */
const found = (text: string) => findClaims(text, { region: 'West Midlands' }).map(({ sense, about, isNegated, whom }) => [sense, about, ...whom, ...(isNegated ? ['not'] : [])].join(' '))

test('plain English that interprets a figure is a claim', () => {
  const claims: Readonly<Record<string, string>> = {
    'Timeliness improved again.': 'good time',
    'Attendance has improved since the summer.': 'good time',
    'Performance continues to improve.': 'good time',
    'There was a marked improvement in reviews.': 'good time',
    'The position deteriorated over the winter.': 'bad time',
    'The rate is getting worse.': 'bad time',
    'The rate rose from 4.9% to 5.2%.': 'up time',
    'Numbers have fallen.': 'down time',
    'There has been a reduction in referrals.': 'down time',
    'The service is on track.': 'good target',
    'This measure is off track.': 'bad target',
    'We met the target.': 'good target',
    'The target of 90% was missed.': 'bad target',
    'This is above target.': 'up target',
    'Performance is below the national target.': 'down target',
    'We are in line with England.': 'same others england',
    'This is better than our statistical neighbours.': 'good others neighbours',
    'The rate is worse than the regional average.': 'bad others region',
    'It is higher than the West Midlands.': 'up others region',
    'It is lower than England and the region.': 'down others england region',
    'This is the highest ever recorded.': 'highest time',
    'The figure is the lowest since 2015/16.': 'lowest time',
    'Numbers remained stable.': 'same time',
    'There was a significant change.': 'change time',
    'The rate remains high.': 'vague others',
    'We have seen improvements in timeliness.': 'good time',
    'Timeliness is better.': 'good time',
    'Timeliness is now worse.': 'bad time',
    'The target was exceeded.': 'up target',
    'This was the best result since 2015/16.': 'best time',
    'The figure is similar to last year.': 'same time',
    'The rate is over the national average.': 'up others england',
    'It was higher than a year before, 5.2% against 4.9%.': 'up time',
  }
  for (const [text, claim] of Object.entries(claims)) assert.deepEqual(found(text), [claim], text)
})

test('a denial turns a claim, and "not only" denies nothing', () => {
  const claims: Readonly<Record<string, string>> = {
    'The rate has not improved.': 'good time not',
    'Attendance hasn’t improved.': 'good time not',
    'There was no improvement in the rate.': 'good time not',
    'The rate has yet to improve.': 'good time not',
    'The service is not meeting its target.': 'good target not',
    'This is no longer on track.': 'good target not',
    'We did not meet the target.': 'good target not',
    'The target was not met.': 'good target not',
    'The target has not been met.': 'good target not',
    'The service failed to meet the target.': 'good target not',
    'This is not on track.': 'good target not',
    'It is no better than England.': 'good others england not',
    'It is not significantly different from England.': 'change others england not',
    'The rate has never improved.': 'good time not',
  }
  for (const [text, claim] of Object.entries(claims)) assert.deepEqual(found(text), [claim], text)
  assert.deepEqual(found('It has not only improved but is on track.'), ['good time', 'good target'])
})

test('what is wished, planned, asked or to come claims nothing of what has been', () => {
  for (const text of [
    'We expect the rate to improve.', 'The figure will be back on track by July.', 'The plan aims to reduce waits.', 'The team should meet the target by March.', 'The improvement plan was agreed.',
    'If the rate has improved by June, the review ends.', 'Improving attendance is a priority of the partnership.', 'The work is in line with policy.', 'Schools with above 500 pupils were visited.',
    'We need to meet the target.', 'The service moved to a new system.', 'School improvement advisers visited.',
    'Over the last year visits were made to each school under the national programme.', 'Children with the highest needs come first.',
  ]) assert.deepEqual(found(text), [], text)
})

test('several claims of one sentence are found apart, each with its own words', () => {
  const claims = findClaims('Timeliness improved and is above target, but remains worse than England.')
  assert.deepEqual(claims.map(({ words, sense, about }) => [words, sense, about]), [['Timeliness improved', 'good', 'time'], ['is above target', 'up', 'target'], ['remains worse than England', 'bad', 'others']])
})

test('numbers that say when, who or how long are no figures', () => {
  const numbers = (text: string) => numbersIn(text).map(({ words }) => words)
  assert.deepEqual(numbers('In quarter 4 of 2019/20, 5.2% of 1,234 pupils aged 16 to 17 waited 20 working days from 31 March 2020, under section 17.'), ['5.2%', '1,234'])
  assert.deepEqual(numbers('16-17 year olds in Year 11, on the 3rd at 10.30 am for £4.5m: 12 per cent.'), ['12 per cent'])
  assert.deepEqual(numbersIn('took 45 days', 'days').map(({ value }) => value), [45])
  assert.deepEqual(numbersIn('rose by 0.3 percentage points, above 80%').map(({ isDifference, bound }) => [isDifference, bound]), [[true, undefined], [false, 'over']])
})

test('what compares in other words, or praises, is a claim too', () => {
  const claims: Readonly<Record<string, string>> = {
    'More children are settled than a year ago.': 'up time',
    'Fewer children were missing education than before.': 'down time',
    'There were fewer exclusions than last year.': 'down time',
    'Fewer children wait than in England.': 'down others england',
    'We are ahead of the national average.': 'good others england',
    'We lag behind England.': 'bad others england',
    'The figure is behind last year.': 'bad time',
    'A record year.': 'best time',
    'It is at a record high.': 'highest time',
    'Progress has been good.': 'good time',
    'Good progress was made.': 'good time',
    'Progress has been slow.': 'bad time',
    'Stability has turned a corner.': 'good time',
    'The figure recovered.': 'good time',
    '68% is not as good as last year.': 'bad time',
    'It is not as high as a year ago.': 'down time',
    'Numbers have doubled.': 'up time',
    'Numbers halved.': 'down time',
    'Timeliness is getting better.': 'good time',
    'Contacts are up on a year ago.': 'up time',
    'Contacts are down 3%.': 'down time',
  }
  for (const [text, claim] of Object.entries(claims)) assert.deepEqual(found(text), [claim], text)
  for (const text of ['As many as 40 families came.', 'Officers followed up on the last visits.', 'The reasons behind last year’s figure are known.', 'The team recovered costs of £400.', 'More than 40 families were seen.', 'No record of the visit was kept.']) assert.deepEqual(found(text), [], text)
})

test('praise, and what compares without naming the other side, is a claim', () => {
  const claims: Readonly<Record<string, string>> = {
    'The share is up ten points on last year.': 'up time',
    'We lead the region.': 'good others region',
    'There are more children than ever.': 'highest time',
    'It compares well with England.': 'good others england',
    'It compares poorly with England.': 'bad others england',
    'Performance is strong.': 'vague others',
    'The figure exceeds what we hoped for.': 'good target',
    'Children are safer.': 'good time',
    'Fewer children had to move.': 'down time',
    'The service is outstanding.': 'vague others',
    'We are top of the table.': 'vague others',
  }
  for (const [text, claim] of Object.entries(claims)) assert.deepEqual(found(text), [claim], text)
  for (const text of ['Schools judged good or outstanding are counted.', 'More visits are planned.', 'No more children were moved by hand.', 'The lead for the region spoke.']) assert.deepEqual(found(text), [], text)
})

test('neither a comma within a number nor its point cuts what is quoted', () => {
  const quoted = (text: string) => findClaims(text).map(({ words }) => words)
  assert.deepEqual(quoted('Numbers fell sharply from 5,400 to 300, as planned.'), ['Numbers fell sharply from 5,400 to 300'])
  assert.deepEqual(quoted('The figure went up to 5.4. It was 5,400.'), ['The figure went up to 5.4'])
  assert.deepEqual(found('The target of 5,400 was missed.'), ['bad target'])
  assert.deepEqual(found('It is above the target of 5,400.'), ['up target'])
})

test('recovery, an uplift, a dip that is reversed, points without a time and "our improvement" are claims', () => {
  const claims: Readonly<Record<string, string>> = {
    'Recovery is well under way and the trend is encouraging': 'good time, good time',
    'Recovery has begun.': 'good time',
    'There are signs of recovery.': 'good time',
    'The picture remains worrying.': 'bad time',
    'The direction of travel is promising.': 'good time',
    'We see an encouraging trend.': 'good time',
    '68% is a marked uplift': 'up time',
    'This is a clear upturn.': 'up time',
    'The quarter saw a slump.': 'down time',
    'The dip in Q4 has been reversed': 'up time',
    'The fall has not been reversed.': 'up time not',
    'We reversed the decline of last year.': 'up time',
    'The rise in exclusions was reversed.': 'down time',
    'Timeliness was 4 percentage points higher than in spring': 'up time',
    'Timeliness was four points lower than in the summer term.': 'down time',
    'Timeliness was 4 points higher.': 'up time',
    'Timeliness was 4 points higher than the last inspection found.': 'up time',
    'Our improvement this quarter comes from new staff': 'good time',
    'Improvement this quarter comes from new staff.': 'good time',
    'Their increase has other reasons.': 'up time',
  }
  for (const [text, claim] of Object.entries(claims)) assert.equal(found(text).join(', '), claim, text)
  for (const text of [
    'Our improvement plan was agreed.', 'The recovery plan is under way.', 'We expect recovery to begin in May.', 'There was an uplift in funding.', 'Families use the drop-in centre.', 'The position was filled.',
    'Improvement in attendance is what the plan is for.',
  ]) assert.deepEqual(found(text), [], text)
})
