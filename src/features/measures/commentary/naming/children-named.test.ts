import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const known = ['Worcestershire', 'England', 'West Midlands', 'Head of Through Care', 'Worcestershire Children First', 'Children and Families Overview and Scrutiny Panel', 'Redditch Borough Council']
const found = (text: string) => childrenNamedIn(text, known)

test('a child who is named is found, in whatever order it is said', () => {
  for (const text of [
    'A girl of 14 in Pershore, Amy Brown, was missing for a night.', 'Amy Brown, a girl of 14, was missing.', 'The girl who was missing was Amy Brown.', 'In Pershore, Amy Brown, a girl of 14, was missing.',
    'A child named Tom was moved twice.', 'One pupil, called Tom, was excluded.', 'We moved a boy whom we call Tom.', 'A child in care named Tom.', 'A child, named “Tom”, was moved.', 'The boy’s name was Tom.', 'She came into care. Her name is Amy.',
    'The boy, Tom Smith, 9, was moved.', 'Tom Smith, 9, was the boy who was moved.', 'Tom Smith (9) was moved, the only child of them.', 'Moved was the boy Tom Smith.', 'Tom Smith was a pupil of ours.', 'Tom, a boy of nine, was moved.',
    'Tom, aged 9, was moved.', 'Amy Brown, 14 years old, went missing.', 'This was the baby Peter.', 'It rose since pupil Tom left.', 'Amy and her brother Ben moved.', 'Tom’s sister came with him.', 'The mother of Amy Brown asked for it.',
    'Two sisters, Amy and Beth, moved.', 'The twins Amy Brown and Beth Brown moved.', 'Fewer came, as Mary O’Brien, our oldest young person, left.', 'It was a student from Malvern, Zoë Hart-Jones.', 'A\u200b girl, Amy\u00a0Brown, moved.', 'when the child Tom Smith moved', 'Nine-year-old Tom was moved.', 'Siblings Amy and Ben Brown were moved.', 'Amy Brown, who is 14, was missing.', 'The boy was Tom.',
  ]) assert.notDeepEqual(found(text), [], text)
})

test('one child with an age and a place is found without a name', () => {
  for (const text of ['a girl of 14 in Pershore', 'A 14-year-old girl from Pershore was missing.', 'A boy aged nine, of Stourport-on-Severn, was moved.', 'In Redditch one child (14) waited.', 'One 14-year-old in Malvern waited.', 'A pupil from Droitwich Spa, aged 9, left.', 'Girl, 14, missing from Evesham'])
    assert.notDeepEqual(found(text), [], text)
})

test('the words that were found are told', () => {
  assert.deepEqual(found('We had a hard year. The boy, Tom Smith, 9, was moved.'), ['Tom Smith'])
  assert.deepEqual(found('A girl of 14 in Pershore, Amy Brown.'), ['Amy Brown', 'A girl of 14 in Pershore'])
  assert.deepEqual(found('A child named Tom came, and a child named Tom left.'), ['Tom'])
})

test('posts, acts, bodies, places and organisations name no child', () => {
  for (const text of [
    'Each child has a plan by the Children Act 1989.', 'The Young Lives Foundation speaks with every child who was missing.', 'The Cabinet Member asked what a child waits for.', 'The Head of Through Care looks at each child.', 'A child in Redditch waits no longer than one in Wychavon.',
    'Worcestershire Children First asked each young person.', 'For each child, Ofsted looked at the plan.', 'Every pupil at Tudor Grange had a place.', 'No child was sent to Worcester Royal Hospital.', 'A child of 14 in Worcestershire waits as long as one in England.', 'Children aged 11 to 15 in Redditch moved most.',
    'Pupils in Malvern (9), Redditch (12) and Wychavon (14).', 'A child in Year 6 is 10 or 11.', 'A child in Reception, aged 4, has no place yet.', 'A scheme for children called Holiday Activities.', 'A young person under 16 in Evesham may not.', 'Since September a child has been seen by Early Help.', 'Child Protection Plan', 'In March each child was seen.',
    'Every child aged 16 and over in Redditch has an adviser.', 'The Family Front Door takes a call about a child.', 'Pupil Premium Plus follows the child.', 'Mosaic is a child record system.', 'The Kooth service is for a child aged 11 in Worcestershire.', 'A child of two parents in Redditch.', 'The child, aged 14 on average, comes from Redditch.',
  ]) assert.deepEqual(found(text), [], text)
})
