import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { date } from '#core/dates.ts'
import { saveLocalSettings } from '#features/rules'
import { changeEntry } from '../deeds/change-entry.ts'
import { recordDecision } from '../deeds/decide.ts'
import { endEntry } from '../deeds/end-entry.ts'
import { publishNotice } from '../deeds/notices.ts'
import { readEntry, valuesOfEntry } from '../pages/entry-values.ts'
import { eachPlanDesk, typedDecision } from '../testing.ts'

const entry = (reference: string, more = '') => `reference: ${reference}
matter: The ${reference}
decision-maker: { kind: body, body: cabinet }
expected: { from: 2023-07-20 }
key: not-key
contact: The clerk
${more}`
const noticed = 'noticed: 2023-06-01\nhistory:\n  - { on: 2023-06-01, what: New in the forward plan. }\n'
const library = entry('library', noticed)
const well = (outcome: { readonly ok: boolean }) => assert.ok(outcome.ok, JSON.stringify(outcome))

eachPlanDesk(({ store, load, refusedAt, written, turn, kept, published }) => {
  const sizes = async () => {
    const { rows } = await store().database.owner((tx) =>
      sql<{ kept: string; editions: string }>`select (select string_agg(reference || revision || changed_at, ' ' order by reference) from work.plan_entries) as kept, (select count(*) from published.plan_editions)::text as editions`.execute(tx.tables()),
    )
    return rows[0]
  }

  test('an entry that nobody knew is added, and the same file loaded again writes and publishes nothing', async () => {
    assert.deepEqual(await load(`${library}---\n${entry('draft')}`), { ok: true, value: { planEntries: 2, changed: 2, published: 1 } })
    const before = await sizes()
    assert.deepEqual(await load(`${library}---\n${entry('draft')}`, '2023-07-04'), { ok: true, value: { planEntries: 2, changed: 0, published: 0 } })
    assert.deepEqual(await sizes(), before)
  })

  test('what was done here since stays when the file says what it said before: the notice of a draft, a referral, a decision, a completed call-in, agreed urgency', async () => {
    well(await turn('draft', publishNotice))
    const referral = { body: 'board', on: date('2023-07-03'), reason: 'It touches all.' }
    well(await turn('library', (one) => ({ ok: true, value: { entry: { ...one, referrals: [referral] }, what: 'Referred.' } })))
    well(await turn('library', recordDecision(typedDecision('2023-07-03', { differs: 'It could not wait.' }))))
    const callIn = { at: '2023-07-04T10:00' as never, members: ['Cllr One'], principles: ['openness' as const], reasons: ['Late papers'], body: 'board', considerBy: date('2023-07-18') }
    well(await turn('library', (one) => ({ ok: true, value: { entry: { ...one, callIn }, what: 'Called in.' } }), '2023-07-04'))
    const agreed = { kind: 'special-urgency' as const, office: 'scrutiny-chair' as const, by: 'Cllr Chair', on: date('2023-07-03'), reason: 'It lapses.' }
    well(await turn('draft', (one) => ({ ok: true, value: { entry: { ...one, key: 'key', route: agreed }, what: 'Urgent.' } })))
    const before = [await kept('library'), await kept('draft'), await published('library'), await published('draft')]
    assert.deepEqual(await load(`${library}---\n${entry('draft')}`, '2023-07-05'), { ok: true, value: { planEntries: 2, changed: 0, published: 0 } })
    assert.deepEqual([await kept('library'), await kept('draft'), await published('library'), await published('draft')], before)
  })

  test('what only the file changed is taken, beside what was done here, and its history says so', async () => {
    assert.deepEqual(await load(library.replace('The clerk', 'The office'), '2023-07-05'), { ok: true, value: { planEntries: 1, changed: 1, published: 1 } })
    const found = (await published('library'))?.entry
    assert.deepEqual([found?.contact, found?.callIn?.members, found?.decision?.outcome, found?.referrals.length], ['The office', ['Cllr One'], 'Agreed.', 1])
    assert.deepEqual(found?.history.at(-1), { on: '2023-07-05', what: 'Corrected from the council’s record: the contact.' })
    assert.deepEqual((await kept('library'))?.entry, found)
    assert.deepEqual(await load(library.replace('The clerk', 'The office'), '2023-07-06'), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
  })

  test('what was changed both here and in the file is refused by file, row and field, and nothing of the files is loaded', async () => {
    const other = entry('other', noticed)
    well(await load(other))
    const standing = (await kept('other'))?.entry ?? assert.fail()
    const facts = readEntry({ ...valuesOfEntry(standing), contact: 'The desk', 'lead-member': 'Leader of the council' }, 'other')
    assert.ok(facts.ok)
    well(await turn('other', changeEntry(facts.value)))
    assert.deepEqual(await refusedAt(`${entry('new-one')}---\n${other.replace('The clerk', 'The counter')}`), ['a.yaml 13 contact other'])
    assert.equal(await kept('new-one'), undefined)
    assert.equal((await kept('other'))?.entry.contact, 'The desk')
    assert.deepEqual(await load(other.replace('The clerk', 'The desk')), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } }, 'both say the same')
    assert.deepEqual(await load(other), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } }, 'and what the file said first does not come back')
    assert.equal((await kept('other'))?.entry.contact, 'The desk')
  })

  test('lines of history that the file and this place have each added are kept both', async () => {
    const more = library.replace('The clerk', 'The office') + '  - { on: 2023-06-02, what: Asked for by the towns. }\n'
    assert.deepEqual(await load(more, '2023-07-06'), { ok: true, value: { planEntries: 1, changed: 1, published: 1 } })
    const history = ((await kept('library'))?.entry.history ?? []).map(({ what }) => what)
    assert.deepEqual(history.slice(0, 3), ['New in the forward plan.', 'Asked for by the towns.', 'Referred.'])
    assert.equal(history.at(-1), 'Corrected from the council’s record: the contact.')
    assert.deepEqual(await load(more, '2023-07-07'), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
  })

  test('what the file and this place did cannot both have happened: refused where they differ', async () => {
    const home = entry('home', noticed)
    well(await load(home))
    well(await turn('home', endEntry('withdrawn', 'No need.')))
    const decided = `${home}decision: { on: 2023-06-29, by: Cabinet, outcome: Agreed, reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: 2023-06-30T10:00 }\n`
    assert.deepEqual(await refusedAt(decided), ['a.yaml 1 ended home'])
  })

  test('a file does not rewrite a notice that was published: another matter, decision-maker or earlier day is refused by its field', async () => {
    const keyed = entry('mill', noticed).replace('not-key', 'key')
    well(await load(keyed))
    assert.deepEqual(await refusedAt(keyed.replace('The mill', 'The dam')), ['a.yaml 2 matter mill'])
    assert.deepEqual(await refusedAt(keyed.replace('2023-07-20', '2023-07-19')), ['a.yaml 4 expected mill'])
    well(await load(keyed.replace('2023-07-20', '2023-07-27')))
    assert.deepEqual((await published('mill'))?.entry.matter, 'The mill')
  })

  test('a file without the day of a notice that is published is refused: work and published stay one', async () => {
    well(await load(entry('yard', noticed)))
    assert.deepEqual(await refusedAt(entry('yard')), ['a.yaml 1 noticed yard'])
    assert.deepEqual((await kept('yard'))?.entry, (await published('yard'))?.entry)
  })

  test('an entry that an older build left without its notice in work, though it is published, is one again once its file is loaded', async () => {
    await store().database.owner((tx) => sql`update work.plan_entries set record = record - 'noticed' where reference = 'yard'`.execute(tx.tables()))
    assert.deepEqual(await load(entry('yard', noticed)), { ok: true, value: { planEntries: 1, changed: 1, published: 0 } })
    assert.deepEqual((await kept('yard'))?.entry, (await published('yard'))?.entry)
  })

  test('a notice, a decision or a statement of a day that is to come is refused', async () => {
    assert.deepEqual(await refusedAt(entry('early', 'noticed: 2023-07-04\n')), ['a.yaml 7 noticed 2023-07-04'])
    const decision = (on: string, said: string) => `noticed: 2023-06-01\ndecision: { on: ${on}, by: Cabinet, outcome: Agreed, reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: ${said} }\n`
    assert.deepEqual(await refusedAt(entry('early', decision('2023-07-04', '2023-07-05T10:00'))), ['a.yaml 8 decision.on 2023-07-04', 'a.yaml 8 decision.published 2023-07-05T10:00'])
  })

  test('an entry that was worked on here and is in no file stays, and export then import changes nothing', async () => {
    const before = [await kept('draft'), await sizes()]
    assert.deepEqual(await load(library.replace('The clerk', 'The office') + '  - { on: 2023-06-02, what: Asked for by the towns. }\n'), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
    const again = await load(await written())
    assert.deepEqual(again, { ok: true, value: { planEntries: 6, changed: 0, published: 0 } })
    assert.deepEqual([await kept('draft'), await sizes()], before)
  })

  test('an entry of an older build, of which nothing is known as loaded, is never overwritten', async () => {
    await store().database.owner((tx) => sql`update work.plan_entries set loaded = null where reference = 'yard'`.execute(tx.tables()))
    assert.deepEqual(await refusedAt(entry('yard', noticed).replace('The clerk', 'Another')), ['a.yaml 6 contact yard'])
    assert.deepEqual(await load(entry('yard', noticed)), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
  })

  test('a window and members that the file leaves out stay as they were counted, whatever the settings are today', async () => {
    const decided = `${entry('ramp', 'noticed: 2023-06-01\n')}decision: { on: 2023-06-29, by: Cabinet, outcome: Agreed, reasons: Need, alternatives: None, conflicts: None, dispensations: None, published: 2023-06-30T10:00 }\n`
    well(await load(decided))
    const before = await kept('ramp')
    assert.equal(before?.entry.decision?.window?.members, 3)
    await store().database.write('operator:test', async (tx) => {
      await saveLocalSettings(tx, { rules: { 'call-in': { amount: 2, unit: 'working days', members: 9 } }, keyDecisions: {} })
    })
    assert.deepEqual(await load(decided), { ok: true, value: { planEntries: 1, changed: 0, published: 0 } })
    assert.deepEqual(await kept('ramp'), before)
  })
})
