import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asRead, numbersTold } from '../../disclosure/numbers-told.ts'
import { placesOfElse, type Counted } from './counts-something-else.ts'
import { tellsHowManyOfEach } from './how-many-of-each.ts'

const waiting: Counted = { definition: { name: 'Children waiting for a place', numerator: undefined, denominator: undefined, counted: 'children' }, breakdown: 'team=north' }

/** The numbers of a text that plainly count something else, and the others. */
function numbersOf(text: string, counted: readonly Counted[] = [waiting]) {
  const read = asRead(text)
  const places = placesOfElse(read, counted)
  const [other = [], children = []] = [true, false].map((isElse) => numbersTold(read).filter(({ at }) => places.has(at) === isElse).map(({ number }) => number))
  return { other, children }
}

test('a number beside a noun that is plainly no child counts something else', () => {
  for (const [text, other] of [
    ['Two family hubs opened.', [2]], ['Three councillors visited.', [3]], ['Two schools took part.', [2]], ['There are 4 vacancies.', [4]], ['Our three teams met.', [3]], ['Three in four families were seen.', [3, 4]], ['Hire two more workers.', [2]],
    ['Two of our schools and one of the five new hubs.', [2, 1, 5]], ['Two or three social workers', [2, 3]], ['Three members of staff left.', [3]], ['One team in Redditch', [1]], ['A single school took part.', [1]], ['Three hundred came.', [3]], ['There are two reasons.', [2]],
    ['A couple of newly qualified social workers', [2]], ['Both schools', [2]], ['Two contact centres and three early help hubs', [2, 3]], ['Three in ten of the children', [3, 10]], ['We met the three safeguarding partners.', [3]], ['The first of the three phases of the plan', [3]], ['Two fewer meetings than last year', [2]], ['Four strategic objectives and three strands', [4, 3]],
  ] as const) assert.deepEqual(numbersOf(text), { other, children: [] }, text)
})

test('a number of children, or of whatever may stand for one, counts children', () => {
  for (const text of [
    'Three children waited.', 'Three waited.', 'It was three.', 'From nine to three.', 'Three in the North team.', 'Three of them in two', 'Two families waited.', 'Three cases', 'Three school children', 'One school child', 'One team leader child', 'Three schools’ pupils', "Three schools' pupils", 'Three teams of children',
    'Three changed schools.', 'Three left teams that closed.', 'Three visited councillors.', 'Three need workers.', 'Three placements', 'Three visits', 'Three homes', 'Three parents', 'Three referrals', 'Three, schools say.', 'Three (schools say)', 'Three: teams', 'Three North teams', 'Three young workers', 'Three in four', 'Three in four weeks waited', 'Three team', 'Three family members', 'Three to social workers', 'Three of the waiting teams', 'Three contact teams', 'Three in 45 children', 'Three of teams’ children', 'Three schools-based children',
  ]) assert.deepEqual(numbersOf(text).other, [], text)
  assert.deepEqual(numbersOf('Three in four homes'), { other: [], children: [3, 4] })
  assert.deepEqual(numbersOf('Two teams had three.'), { other: [2], children: [3] })
  assert.deepEqual(numbersOf('Two and three hubs'), { other: [3], children: [2] })
})

test('what the measure itself counts, or its part, is never something else', () => {
  const of = (definition: Partial<Counted['definition']>, breakdown = '') => numbersOf('Three schools and two social workers', [{ definition: { ...waiting.definition, ...definition }, breakdown }]).other
  assert.deepEqual(of({ name: 'Schools judged good' }), [2])
  assert.deepEqual(of({ counted: 'schools' }), [2])
  assert.deepEqual(of({ numerator: 'the number of social workers who left' }), [3])
  assert.deepEqual(of({}, 'from=special-schools'), [2])
  assert.deepEqual(of({ name: 'Children out of schools', numerator: 'children in schools' }), [3, 2])
})

test('where words say how many children each of the others has, the others count children', () => {
  for (const text of ['One child in each of three schools', 'Three schools had a child each.', 'As many children as there are hubs, three hubs.', 'The same number as our three teams', 'Three teams, one child per team']) assert.deepEqual(numbersOf(text).other, [], text)
  for (const text of ['Three schools took part. Each has one child waiting.', 'Three hubs opened. As many children wait.', 'Three teams met. There was one child in each.', 'Three teams. One each.', 'Three hubs. It is the same number of children.', 'Three schools had one child waiting.', 'Three teams, with a disabled child.']) assert.ok(tellsHowManyOfEach(text), text)
  assert.ok(!tellsHowManyOfEach('Two hubs opened. The Head of Inclusion sees each child.'))
})
