import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, ['Worcestershire', 'Redditch'])

test('a first name with the place somebody comes from is found, in letters of any size', () => {
  for (const [text, name] of [
    ['We saw Maya of Westfield.', 'Maya'], ['MAYA of Westfield', 'MAYA'], ['AMY, 9, of Westfield', 'AMY'], ['Maya, 9, of Westfield was hurt.', 'Maya'], ['Maya (9) from Westfield', 'Maya'], ['maya, 9, of westfield was hurt', 'maya'], ['Aarav, 12, of Westfield.', 'Aarav'], ['Zsolt (12) from Westfield.', 'Zsolt'],
  ] as const) assert.deepEqual(found(text), [name], text)
  assert.deepEqual(found('Maya of Worcestershire'), [])
  assert.deepEqual(found('Mark of Quality was given. SEND of Redditch, CAMHS (9) and Malvern (12) of Worcestershire.'), [])
})

test('a name that few have is found with an age, a family, or what happens only to children', () => {
  for (const [text, name] of [
    ['Aarav, 12, ran away.', 'Aarav'], ['aarav, 12, ran away.', 'aarav'], ['Wren, 12, lives with her aunt.', 'Wren'], ['Tindra died.', 'Tindra'], ['Tindra was excluded twice.', 'Tindra'], ['TINDRA ran away.', 'TINDRA'],
    ['Zsófia and her brother', 'Zsófia'], ['It rose since Tindra and her mother came.', 'Tindra'], ['We moved Aarav to new carers.', 'Aarav'], ['Zsófia was moved.', 'Zsófia'], ['Jo was moved.', 'Jo'],
  ] as const) assert.deepEqual(found(text), [name], text)
  for (const text of ['Covid died down.', 'Herefordshire was missing from the national table.', 'Kooth was hurt by this.', 'Mother and her baby were seen.', 'Redditch and their families waited.', 'Section 20, 12, ran on.', 'Solihull, 9, is lower.', 'Nick of time; the Jan figures and Al-Noor School waited.'])
    assert.deepEqual(found(text), [], text)
})

test('a name in quotation marks is found', () => {
  for (const text of ['“Noah” was moved.', '"Noah" was moved.', 'Then ‘Noah’ was moved.', "'Noah' was moved.", '“Noah”, aged 9, came.', '“Noah” went missing.', 'Noah’s placement broke down.', "Noah's placement broke down."]) assert.deepEqual(found(text), ['Noah'], text)
})

test('a parent’s name is found', () => {
  for (const text of ['Her mother, Karen, said so.', 'His father Karen asked.', 'The mother (Karen) asked.', 'Tindra’s mum, Karen, asked.']) assert.ok(found(text).includes('Karen'), text)
  assert.deepEqual(found('Her mother, Redditch says, waited. The father, May being busy, came late.'), [])
})

test('initials with an age are found', () => {
  assert.deepEqual(found('M.B. aged 9'), ['M.B.'])
  assert.deepEqual(found('It was M B, aged 9, and then MB (aged 10).'), ['M B', 'MB'])
  assert.deepEqual(found('In FE aged 16, PE aged 9, HE aged 18, and SEN aged 9 to 12.'), [])
})

test('names in a list of those to whom something happened are found', () => {
  assert.deepEqual(found('Hurt: Ann, Ben and Cal.'), ['Ann, Ben and Cal'])
  assert.deepEqual(found('Two were moved (Ben and Tindra).'), ['Ben and Tindra'])
  assert.deepEqual(found('Three were injured: Tindra, Zsolt & Wren.'), ['Tindra, Zsolt & Wren'])
  assert.deepEqual(found('Missing: Solihull, Malvern and Wychavon. Excluded: Evesham, Pershore. Moved: Teams, Mosaic. Hurt: Upton, Evesham.'), [])
})

test('the only one, or a parent of so many, with a place is found', () => {
  assert.deepEqual(found('She is the only girl at Westfield Primary.'), ['the only girl at Westfield Primary'])
  assert.deepEqual(found('the youngest boy in Year 6 at Westfield'), ['the youngest boy in Year 6 at Westfield'])
  assert.deepEqual(found('A mother of two in Pershore asked.'), ['A mother of two in Pershore'])
  assert.deepEqual(found('It was one single father with three young children in Upton.'), ['one single father with three young children in Upton'])
  assert.deepEqual(found('The only school at Westfield is full. The only child in Worcestershire has a place. A mother of two in Redditch has one. She is the only girl in the class.'), [])
})

test('a number of one child’s or one case’s record is found, and a number of many is not', () => {
  assert.deepEqual(found('LAC 104523 was moved, then case no. 10452, then child #4523.'), ['LAC 104523', 'case no. 10452', 'child #4523'])
  assert.deepEqual(found('LAC 104523 children, URN 104523, case 2019, CLA 83,840 and LAC 80850.'), [])
})

test('a school, a day and a column called after somebody are no child', () => {
  for (const text of ['Christopher Whitehead was over capacity.', 'Christopher Whitehead has no room.', 'Christopher Whitehead is oversubscribed again.', 'Stephen Lawrence Day was marked.', 'SAM was moved.', 'We asked Ed Psych for more.', 'Stephen Lawrence Day brought them together.', 'We saw Max Growth.', 'Max Growth', 'Harry Potter books were lent.']) assert.deepEqual(found(text), [], text)
  assert.deepEqual(found('Christopher Whitehead was moved. Anna Day was hurt.'), ['Christopher Whitehead', 'Anna Day'])
})
