import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HiddenFigure } from './protected-sheets.ts'
import { smallNumbersIn } from './small-numbers.ts'

function hidden(...numbers: readonly number[]): readonly HiddenFigure[] {
  return numbers.map((number) => ({ measure: 'missing', area: 'E10000034', breakdown: '', period: '2019-20-q4', reason: 'primary', lowest: 1, highest: 9, numbers: [number] }))
}

/** What of a text is found while these numbers are hidden. */
function found(text: string, ...numbers: readonly number[]): readonly string[] {
  return smallNumbersIn(text, hidden(...numbers)).map(({ words }) => words)
}

test('a hidden number is found in digits and in words, wherever it stands', () => {
  assert.deepEqual(found('3 children went missing. Three of the 30 came back; (three) did not. THREE!', 3), ['3 children went', 'Three of the', 'three) did not', 'THREE!'])
  assert.deepEqual(found('In all 1,203 contacts, twenty-one of them late, and 21 others.', 21, 1203), ['1,203 contacts, twenty-one', 'twenty-one of them', '21 others'])
})

test('words that say a number without naming it are found', () => {
  assert.deepEqual(found('One child was placed far away.', 1), ['One child was'])
  assert.deepEqual(found('A single child was hurt, a young person went away and a looked-after girl was moved; the only boy.', 1), ['A single child', 'a young person', 'a looked-after girl', 'the only boy'])
  assert.deepEqual(found('Wherever a child goes missing, an interview is offered.', 1), [])
  assert.deepEqual(found('Both are home; neither was hurt. A couple of others, a pair of sisters.', 2), ['Both are home', 'neither was hurt', 'A couple of', 'a pair of'])
  assert.deepEqual(found('None of the three returned.', 3), ['three returned'])
  assert.deepEqual(found('Half a dozen went.', 6), ['Half a dozen'])
})

test('a number that no figure hides is no finding, and nothing is where nothing is hidden', () => {
  assert.deepEqual(found('Four children, 40 of them girls.', 3), [])
  assert.deepEqual(found('Three children.'), [])
})

test('lengths of time, dates, quarters, grades and pages are no counts', () => {
  for (const text of ['within 3 weeks', 'three working days', 'on 3 July', 'the 3rd of July', 'in Q3 and quarter 3', 'priority 3', 'page 3', 'tier 3', '£3 each', '3-5 years', 'on 3/7/2023', 'on 3/7', '2019/20', 'round the clock, 24/7', 'case 12.3', '2019-20', 'three times as many', 'three times a week', 'twice the rate', 'twice a year', 'children aged 2-3', '2-3 year olds', 'two to three years', 'a couple of weeks'])
    assert.deepEqual(found(text, 2, 3), [], text)
  assert.deepEqual(found('in 2019 and since April 2019', 2019), [])
})

test('a hidden share is found as it would be shown', () => {
  assert.deepEqual(found('Only 9.1% were seen.', 9.1), ['9.1% were seen'])
  assert.deepEqual(found('Only 9.1% were seen.', 9), [])
})

test('a word that only begins like a number is none', () => {
  assert.deepEqual(found('Someone, anyone, once; often; tenfold; bone; paired; coupled; brace; a childhood; threefold.', 1, 3, 10), [])
})

test('groups by their size, digits of other scripts and Roman numbers beside those who are counted are found', () => {
  assert.deepEqual(found('A quartet of children; a trio was counted.', 3, 4), ['quartet of children', 'trio was counted'])
  assert.deepEqual(found('３ girls and ٤ boys.', 3, 4), ['3 girls and', '4 boys'])
  assert.deepEqual(found('Children: III; IV cases, and cases V.', 3, 4, 5), ['III; IV cases', 'IV cases, and', 'V'])
  assert.deepEqual(found('The children I met, Part III and Schedule V.', 1, 3, 5), [])
})

/** What of a text is found and may well count something else. */
function unsure(text: string, ...numbers: readonly number[]): readonly string[] {
  return smallNumbersIn(text, hidden(...numbers)).flatMap(({ words, isUnsure }) => (isUnsure ? [words] : []))
}

test('"3/45" and "3-4 children" give two numbers each', () => {
  assert.deepEqual(found('Of the girls 3/45 stayed away.', 3), ['3/45 stayed away'])
  assert.deepEqual(found('Of the girls 3/45 stayed away.', 45), ['45 stayed away'])
  assert.deepEqual(found('There were 3-4 children, and 5-6 of them left.', 3, 6), ['3-4 children, and', '6 of them'])
})

test('numbers run together, marked out of sight or set in other characters are read as a reader sees them', () => {
  for (const text of ['3children', 'They went x3.', 'th\u00ADree children', 'th\u200Bree children', 'Ⅲ children', '③ children', '𝟑 children', '𝐭𝐡𝐫𝐞𝐞 children', '3️⃣ children', 'thrее children', 'threechildren'])
    assert.equal(found(text, 3).length, 1, text)
  for (const text of ['a threesome', 'a treble', 'a hat-trick']) assert.deepEqual([found(text, 3).length, unsure(text, 3).length], [1, 0], text)
  assert.deepEqual(found('A foursome and a brace.', 2, 4), ['foursome and a', 'a brace'])
})

test('how often, a pair, a child in a row and a part of a number are found as what may count something else', () => {
  for (const text of ['She went missing three times.', 'It happened 3 times.', 'It happened thrice.', 'the third child', 'the 3rd child', 'half of the six', 'a third of nine', '33.3% of the nine'])
    assert.deepEqual([unsure(text, 3).length, found(text, 3).length], [1, 1], text)
  assert.deepEqual(unsure('The couple left; the pair stayed; a pair came.', 2), ['couple left; the', 'pair stayed; a'])
  assert.deepEqual(found('half of the seven; a third of ten', 3, 4), [])
})
