import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { entryOf, placeOf } from '../model/change-programme.ts'
import type { ProgrammeYear } from '../model/work-programme.ts'
import { holdProgramme, keptChanges, publicProgramme } from '../store/read-programmes.ts'
import { eachProgrammeDesk, key } from '../testing.ts'
import { entryMark, newEntryValues, valuesOfEntry } from '../typed/entry-values.ts'
import { headMark, headOf } from '../typed/head-values.ts'
import { addTyped, editTyped, orderEntry, placeTyped, scoreTyped, takeOut } from './edit-entries.ts'
import { beginProgramme, saveHead } from './keep-head.ts'
import { answerProposal, proposalsOf, proposeIssue } from './propose.ts'

eachProgrammeDesk(({ store, app, officer, member, published }) => {
  const kept = (year = key.year) => store().database.write('operator:test', async (tx) => (await holdProgramme(tx, { ...key, year })) ?? assert.fail(year))
  const entry = async (slug: string) => entryOf(await kept(), slug) ?? assert.fail(slug)
  const lines = (year = key.year) => store().database.read('operator:test', (reader) => keptChanges(reader, { ...key, year }, 100))
  /** What the history gained by two presses at once, both of which were taken where they led. */
  const twice = async (press: () => Promise<Outcome<unknown>>, year = key.year) => {
    const before = (await lines(year)).length
    for (const one of await Promise.all([press(), press()])) assert.ok(one.ok, JSON.stringify(one))
    const after = await lines(year)
    return after.slice(0, after.length - before).map(({ what }) => what)
  }
  const year = '2024-25' as ProgrammeYear
  const begin = (typed: object = {}) => beginProgramme(officer(), app(), { body: 'panel', year, from: '1 May 2024', to: '30 April 2025', ...typed })

  test('a programme that is begun by two presses at once is begun once', async () => {
    assert.deepEqual(await twice(() => begin(), year), ['Programme begun'])
    const other = await begin({ from: '2 May 2024' })
    assert.ok(!other.ok && other.refusal.kind === 'conflict', 'other days are another programme')
    await addTyped(officer(), app(), { ...key, year }, newEntryValues({ issue: 'Homes' }))
    const later = await begin()
    assert.ok(!later.ok && later.refusal.kind === 'conflict', 'one that is worked on is not begun again')
    assert.equal((await kept(year)).entries.length, 1)
  })

  test('a programme whose year differs from its days, and one of a body that has none, is refused where it is typed, as in a file', async () => {
    const fields = async (typed: object) => {
      const refused = await begin(typed)
      return refused.ok ? [] : refused.refusal.faults.map(({ field }) => field)
    }
    assert.deepEqual(await fields({ year: '2019-20' }), ['from', 'to'])
    assert.deepEqual(await fields({ year: '2024-26' }), ['year'])
    assert.deepEqual(await fields({ body: 'cabinet' }), ['body'])
  })

  test('an entry, its edit, its place, its order, its scores and its being taken out are each done once by two presses at once', async () => {
    const typed = newEntryValues({ issue: 'Homes', kind: 'possible' })
    assert.deepEqual(await twice(() => addTyped(officer(), app(), key, typed)), ['Added: possible future item, to be confirmed'])
    const homes = await entry('homes')
    assert.deepEqual(await twice(() => editTyped(officer(), app(), key, 'homes', { ...valuesOfEntry(homes), lead: 'Chair' }, { basedOn: entryMark(homes), reason: '' })), ['Changed: lead'])
    const scored = entryMark(await entry('homes'))
    assert.deepEqual(await twice(() => scoreTyped(officer(), app(), key, 'homes', { priority: { answer: 'yes', why: '' } }, scored)), ['Held against the criteria: 1 yes'])
    const placed = entryMark(await entry('homes'))
    assert.deepEqual(await twice(() => placeTyped(officer(), app(), key, 'homes', '2024-01-17', placed)), ['Placed: Wednesday 17 January 2024'])
    await addTyped(officer(), app(), key, newEntryValues({ issue: 'Schools', month: 'January 2024' }))
    const seenAt = placeOf(await kept(), await entry('schools'))
    assert.deepEqual(await twice(() => orderEntry(officer(), app(), key, 'schools', 'up', seenAt)), ['Moved before “Homes”'])
    const out = entryMark(await entry('homes'))
    assert.deepEqual(await twice(() => takeOut(officer(), app(), key, 'homes', 'Cabinet has decided', out)), ['Taken out'])
  })

  test('what stands above the entries is saved once by two presses at once', async () => {
    const programme = await kept()
    assert.deepEqual(await twice(() => saveHead(officer(), app(), key, { ...headOf(programme), note: 'For one year.' }, headMark(programme))), ['Changed: the note on its agreement'])
  })

  test('a proposal that is made and answered by two presses at once is one entry', async () => {
    const propose = () => proposeIssue(member(), app(), 'panel', { issue: 'Nursery places', why: 'Parents ask', subject: '', sending: '00000000-0000-4000-8000-00000000000b' })
    assert.deepEqual(await twice(propose), [])
    const [proposal, ...others] = await store().database.read('operator:test', (reader) => proposalsOf(reader, 'panel'))
    assert.deepEqual(others, [])
    assert.deepEqual(await twice(() => answerProposal(officer(), app(), key, proposal?.id, { decision: 'accepted', reason: 'It touches many' })), ['Added: possible future item, to be confirmed'])
    const { programme } = await published((reader) => publicProgramme(reader, 'panel', key.year))
    assert.equal(programme?.entries.filter(({ issue }) => issue === 'Nursery places').length, 1)
  })
})
