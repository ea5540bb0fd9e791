import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findClaims } from './find-claims.ts'

/** Claims in short: what is said, of what, beside whom, and whether it is denied. */
const found = (text: string) => findClaims(text, { region: 'West Midlands' }).map(({ sense, about, isNegated, whom }) => [sense, about, ...whom, ...(isNegated ? ['not'] : [])].join(' '))

test('up, down and level in the words of every day are claims', () => {
  const claims: Readonly<Record<string, string>> = {
    'The number has come down.': 'down time',
    'The number has gone up.': 'up time',
    'The number has come up.': 'up time',
    'The rate crept up.': 'up time',
    'Numbers are going up.': 'up time',
    'Numbers jumped in March.': 'up time',
    'The number dropped off.': 'down time',
    'The rate eased.': 'down time',
    'Performance dipped in the spring.': 'down time',
    'Performance slipped.': 'down time',
    'Performance slipped back.': 'bad time',
    'Numbers are down.': 'down time',
    'Numbers tailed off.': 'down time',
    'Performance has picked up.': 'good time',
    'We lost ground.': 'bad time',
    'The service goes from strength to strength.': 'good time',
    'Fewer and fewer children wait.': 'down time',
    'More and more children come to us.': 'up time',
    'The target is now behind us.': 'good target',
    'The rate levelled off.': 'same time',
    'This was our best quarter.': 'best time',
    'It was our weakest quarter.': 'worst time',
    'We are ahead of trajectory.': 'good target',
    'We are ahead of plan.': 'good target',
    'We are behind trajectory.': 'bad target',
    'We will meet the target.': 'to-come target',
    'The gap to England has narrowed.': 'narrowed others england',
    'The gap has widened.': 'widened others',
    'We are closing the gap to our neighbours.': 'narrowed others neighbours',
    'We are in the top quartile.': 'top-part others',
    'We are in the bottom quartile nationally.': 'bottom-part others england',
    'This is no longer a concern.': 'no-concern time',
    'There is no cause for concern.': 'no-concern time',
    'We are among the best performing councils.': 'vague others',
    'We rank third in the region.': 'vague others',
  }
  for (const [text, claim] of Object.entries(claims)) assert.equal(found(text).join(', '), claim, text)
})

test('what somebody asked for or planned, and a question, is no claim', () => {
  for (const text of [
    'The panel asked for a fall in exclusions.', 'The panel asked why timeliness had fallen.', 'The lead member wants a rise in timeliness.', 'The board called for an improvement in attendance.', 'The aim is an improvement in timeliness.',
    'Our goal is a reduction in delays.', 'We plan to reduce delays.', 'The plan is for a fall.', 'Officers plan a reduction in delays.', 'The strategy promises a fall in delays.', 'Members challenged why exclusions had risen.', 'Did timeliness improve?', 'Has the gap narrowed?', 'Closing the gap is a priority.', 'The issue came up at the meeting.', 'Parents raised no concerns.',
    'Officers came down to the school.', 'The review found the reasons behind the plan.', 'The best plan is a quarter long.',
  ]) assert.deepEqual(found(text), [], text)
  assert.deepEqual(found('Requests for help rose.'), ['up time'])
})
