import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { eachPlanDesk, keyEntry } from '../testing.ts'
import { changeEntry } from './change-entry.ts'
import { tellingWhoAgreed } from './tell-fallen.ts'

const agreed = (by = 'Cllr Chair') => `{ kind: special-urgency, office: scrutiny-chair, by: ${by}, on: 2023-06-01, reason: It closes. }`
const held = 'private: { part: part, reason: Offers, first-notice: 2023-05-01, agreed: { office: scrutiny-chair, by: Cllr Chair, on: 2023-06-02, reason: It closes. } }\n'

eachPlanDesk(({ load, turn, kept, withAccount, letters }) => {
  const change = async (reference: string, values: Record<string, string>, what = 'new-notice') => {
    const facts = readEntry({ ...valuesOfEntry((await kept(reference))?.entry ?? assert.fail()), ...values }, reference)
    assert.ok(facts.ok, JSON.stringify(facts))
    const turned = await turn(reference, tellingWhoAgreed(changeEntry(facts.value, { change: what, reason: '' }), 'https://council.test'))
    assert.ok(turned.ok, JSON.stringify(turned))
  }

  test('a chair whose agreements fall because the notice changed is told by one letter what has changed, and where; while they stand, or of what is changed after, by none', async () => {
    await withAccount('Cllr Chair')
    const loaded = await load([keyEntry('mill', `route: ${agreed()}\n${held}`), keyEntry('kiln', `route: ${agreed('the chair of scrutiny')}\n`)].join('---\n'))
    assert.ok(loaded.ok, JSON.stringify(loaded))
    await change('mill', { contact: 'The desk' })
    assert.deepEqual(await letters(), [])
    await change('mill', { from: '2023-07-06' })
    const [letter, ...others] = await letters()
    assert.deepEqual([letter?.recipient, letter?.subject, others], ['cllr.chair@county.test', 'No longer agreed: The mill', []])
    assert.match(letter?.text ?? '', /^What was agreed on Thursday 1 June 2023 and Friday 2 June 2023 holds no longer.*Moved: expected Thursday 6 July 2023, instead of Thursday 28 September 2023\..*to be asked for anew.*https:\/\/council\.test\/forward-plan\/mill\n/s)
    await change('mill', { matter: 'The mill and its pond' })
    assert.equal((await letters()).length, 1)
  })

  test('where the agreement has no name with an account, whoever holds that office today is told; what is no key decision any more needs none', async () => {
    await change('kiln', { key: 'not-key' })
    const letter = (await letters()).find(({ subject }) => subject === 'No longer agreed: The kiln')
    assert.equal(letter?.recipient, 'cllr.chair@county.test')
    assert.match(letter?.text ?? '', /The agreement of Thursday 1 June 2023 that it is urgent falls: it is not needed any more\./)
  })
})
