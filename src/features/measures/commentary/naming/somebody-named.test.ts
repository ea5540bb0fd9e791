import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'

const found = (text: string) => childrenNamedIn(text, ['Worcestershire', 'England', 'Wyre Forest', 'Malvern Hills', 'Worcestershire Children First', 'Priya Nair'])

test('a common first name with a surname is found wherever it stands', () => {
  for (const [text, ...names] of [
    ['Jayden Smith and his sister waited longest because their social worker left.', 'Jayden Smith'], ['Jayden Smith waited 14 months.', 'Jayden Smith'], ['Because of Maya Brown, who needed a place, the wait grew.', 'Maya Brown'],
    ['The case of Callum Price took long.', 'Callum Price'], ['Aisha Khan, Year 6, is still without a place.', 'Aisha Khan'], ['We lost touch with Ryan Cole.', 'Ryan Cole'], ['Sadly Tyler Jones is without a school.', 'Tyler Jones'], ['The wait grew (Ella-Rose Price and others).', 'Ella-Rose Price'],
    ['Kayleigh Jones and Tyler waited together.', 'Kayleigh Jones', 'Tyler'], ['Tyler came with Kayleigh Jones, and Mia too.', 'Tyler', 'Kayleigh Jones', 'Mia'], ['JAYDEN SMITH waited longest.', 'JAYDEN SMITH'], ['Jayden King waited longest.', 'Jayden King'], ['The social worker of Jayden Smith left.', 'Jayden Smith'],
    ['The longest wait, that of Oliver Grant, ended in May.', 'Oliver Grant'], ['One assessment (Isla Morgan) took 80 days.', 'Isla Morgan'], ['Without Ruby Evans the average would be 20 days.', 'Ruby Evans'], ['The delay was caused by Mohammed Ali moving to Leeds.', 'Mohammed Ali'], ['The tribunal found for Daniel Marsh.', 'Daniel Marsh'], ['Joshua Green and Leo Hill share a taxi.', 'Joshua Green', 'Leo Hill'], ['Grace Young left us in May.', 'Grace Young'], ['Young carer Ellie Watts gave a speech.', 'Ellie Watts'], ['Harrison Clarke’s assessment was late.', 'Harrison Clarke'],
  ] as const) assert.deepEqual(found(text), names, text)
})

test('a common first name alone is found where it does or has what people do or have', () => {
  for (const [text, name] of [
    ['Ella waited fourteen months for a first visit.', 'Ella'], ['Maya is 9.', 'Maya'], ['Maya has no place yet.', 'Maya'], ['Since Tyler still needs a school, it grew.', 'Tyler'], ['It rose, as Jayden’s social worker left.', 'Jayden'], ['Then Callum and his carers moved.', 'Callum'], ['It rose because of Ella, who waited.', 'Ella'], ['We are still looking for a place for Ella.', 'Ella'],
    ['Amelia-Rose waited longest.', 'Amelia-Rose'], ['Mark waited longest.', 'Mark'], ['Children are seen sooner, but Lacey is still on the list.', 'Lacey'], ['The last of them, Finley, has a place now.', 'Finley'], ['Noah was seen after 40 weeks.', 'Noah'], ['Jack B waited longest.', 'Jack'], ['We apologised to Amelia.', 'Amelia'], ['Thomas was the longest wait.', 'Thomas'], ['Tyler’s exclusion was overturned.', 'Tyler'],
  ] as const) assert.deepEqual(found(text), [name], text)
})

test('a rare name is found where it does or has what people do or have', () => {
  for (const [text, name] of [
    ['Zofia Kowalska waited 14 months.', 'Zofia Kowalska'], ['Adebayo Okafor still has no place.', 'Adebayo Okafor'], ['We lost contact with Zofia Kowalska.', 'Zofia Kowalska'], ['Zofia Kowalska, Year 6, is at home.', 'Zofia Kowalska'], ['It grew since Zofia Kowalska and her sister needed carers.', 'Zofia Kowalska'], ['Amber Jones is still without a school.', 'Amber Jones'], ['Zofia Kowalska, who needed a place, waited.', 'Zofia Kowalska'], ['Siobhan Kelly did not attend school all term.', 'Siobhan Kelly'], ['The average rose since Zainab Hussain was away.', 'Zainab Hussain'], ['We wrote to the parents of Amira Begum.', 'Amira Begum'],
  ] as const) assert.deepEqual(found(text), [name], text)
})

test('initials with full stops are found where they do or have what people do or have', () => {
  for (const [text, name] of [['T.S. waited longest.', 'T.S.'], ['J.S., 9, is still at home.', 'J.S.'], ['It grew since T. S. has no place.', 'T. S.'], ['J. Smith waited longest.', 'J. Smith'], ['K.L. was excluded twice.', 'K.L.'], ['We lost touch with A.B.C. in May.', 'A.B.C.']] as const) assert.deepEqual(found(text), [name], text)
})

test('a name in small letters is found with an age', () => {
  for (const [text, name] of [['maya, 9, has no place.', 'maya'], ['maya is 9.', 'maya'], ['it rose since jayden smith, aged 9, came', 'jayden smith'], ['we moved maya brown (9) twice', 'maya brown'], ['callum smith is 12 and waits', 'callum smith']] as const) assert.deepEqual(found(text), [name], text)
})

test('somebody who is known to hold an office is no child', () => {
  assert.deepEqual(found('Priya Nair waited for the figures.'), [])
  for (const text of ['Tom Jones, Director of Children’s Services, has asked for more.', 'Tom Jones is the chair of the panel.', 'Councillor Emma Price asked why.', 'Cllr Tom Jones waited for an answer.', 'The Minister, Tom Jones, has written to us.', 'Dr Sarah Price led the review.', 'Sarah Price MP wrote to us.', 'Tom Jones, our virtual school head, has left.', 'Tom Jones']) assert.deepEqual(found(text), [], text)
})
