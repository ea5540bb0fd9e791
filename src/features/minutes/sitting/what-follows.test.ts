import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declarationFields } from './declaration.ts'
import { whatFollows } from './what-follows.ts'

const declared = (changes: object) => declarationFields.parse({ item: 5, member: 'Cllr Ashe', nature: 'other', words: 'A trustee of the club.', ...changes })
const inShort = (changes: object, dispensations: Parameters<typeof whatFollows>[1] = []) => {
  const { maySpeak, mayVote, leaves } = whatFollows(declared(changes), dispensations)
  return [maySpeak, mayVote, leaves]
}

test('a disclosable pecuniary interest means no part, no vote, and leaving', () => {
  assert.deepEqual(inShort({ nature: 'disclosable-pecuniary' }), [false, false, 'must'])
})

test('a dispensation that is not relied on changes nothing', () => {
  assert.deepEqual(inShort({ nature: 'disclosable-pecuniary' }, [{ may: 'speak-and-vote' }]), [false, false, 'must'])
})

test('a dispensation allows what it says, and the widest of two counts', () => {
  assert.deepEqual(inShort({ nature: 'dispensation' }, [{ may: 'speak' }]), [true, false, 'no'])
  assert.deepEqual(inShort({ nature: 'dispensation' }, [{ may: 'speak' }, { may: 'speak-and-vote' }]), [true, true, 'no'])
})

test('a dispensation that nobody registered is none', () => {
  assert.deepEqual(inShort({ nature: 'dispensation' }), [false, false, 'must'])
})

test('another interest means leaving only where it is pecuniary or regulatory and likely to prejudice', () => {
  const both = [true, false].flatMap((pecuniaryOrRegulatory) => [true, false].map((likelyToPrejudice) => inShort({ pecuniaryOrRegulatory, likelyToPrejudice })))
  assert.deepEqual(both, [[false, false, 'must'], [true, true, 'no'], [true, true, 'no'], [true, true, 'no']])
})

test('a member who need not leave may choose to, and then takes no part', () => {
  assert.deepEqual(inShort({ leaves: true }), [false, false, 'chooses'])
})

test('an interest is told in words unless it is sensitive', () => {
  assert.equal(declarationFields.safeParse({ item: 5, member: 'Cllr Ashe', nature: 'other' }).success, false)
  assert.equal(declarationFields.safeParse({ item: 5, member: 'Cllr Ashe', nature: 'disclosable-pecuniary', sensitive: true }).success, true)
})
