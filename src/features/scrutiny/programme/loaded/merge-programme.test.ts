import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workProgramme, type WorkProgramme } from '../model/work-programme.ts'
import { loadedProgramme, mergeProgramme, type LoadedProgramme } from './merge-programme.ts'

type Fields = Readonly<Record<string, unknown>>

const dated = (slug: string, more: Fields = {}) => ({ slug, kind: 'dated', issue: `About ${slug}`, when: { meeting: '2023-09-27' }, ...more })
const standing = (slug: string, more: Fields = {}) => ({ slug, kind: 'standing', issue: `About ${slug}`, frequency: 'every-meeting', ...more })
const programme = (entries: readonly Fields[], head: Fields = {}) => workProgramme.parse({ body: 'panel', year: '2023-24', from: '2023-05-18', to: '2024-04-30', ...head, entries })

const file = programme([dated('a'), dated('b'), standing('c')])
const loaded = loadedProgramme(file)
const words = (merged: ReturnType<typeof mergeProgramme>) => merged.changes.map(({ entry, what }) => `${entry ?? 'head'}: ${what}`)
const slugs = (one: WorkProgramme) => one.entries.map(({ slug }) => slug)
const refused = (merged: ReturnType<typeof mergeProgramme>) => merged.undone.map(({ path, found }) => `${path.join('.')} ${found}`)

/** Loads one file after another into what stands, as the importer does. */
function loadOver(given: WorkProgramme, here: WorkProgramme, before: LoadedProgramme | null = loaded) {
  const merged = mergeProgramme(given, here, before)
  assert.deepEqual(refused(merged), [])
  const again = mergeProgramme(given, merged.programme, merged.loaded)
  assert.deepEqual([words(again), refused(again), again.programme], [[], [], merged.programme], 'loaded again it changes nothing')
  return merged
}

test('the file as it was loaded before undoes nothing of what was done here', () => {
  const here = programme([dated('b', { followUp: 'With the costs', scores: { priority: { answer: 'yes' } } }), dated('new'), dated('a', { when: { meeting: '2023-12-06' } }), standing('c', { takenOut: { on: '2023-07-03', who: 'scrutiny officer', reason: 'Done' } })], {
    focus: 'Places',
    agreed: { body: 'council', on: '2023-05-18' },
  })
  const merged = loadOver(file, here)
  assert.deepEqual([merged.programme, words(merged)], [here, []])
})

test('what was changed only in the file is taken, field by field beside what was changed here', () => {
  const here = programme([dated('a', { followUp: 'With the costs' }), dated('b'), standing('c')], { focus: 'Places' })
  const merged = loadOver(programme([dated('a', { lead: 'Champion' }), dated('b', { when: { meeting: '2023-12-06' } }), standing('c')], { remit: ['Education'] }), here)
  assert.deepEqual(merged.programme, programme([dated('a', { followUp: 'With the costs', lead: 'Champion' }), dated('b', { when: { meeting: '2023-12-06' } }), standing('c')], { focus: 'Places', remit: ['Education'] }))
  assert.deepEqual(words(merged), ['head: Changed: remit', 'a: Changed: lead', 'b: Changed: when it comes'])
})

test('what was changed both here and in the file is refused by entry and field; said alike, it is no change', () => {
  const here = programme([dated('a', { followUp: 'With the costs' }), dated('b'), standing('c')], { focus: 'Places' })
  assert.deepEqual(refused(mergeProgramme(programme([dated('b'), dated('a', { followUp: 'Without' }), standing('c')], { focus: 'Schools' }), here, loaded)), ['focus 2023-24', 'entries.1.follow-up a'])
  assert.deepEqual(words(loadOver(here, here)), [])
  assert.deepEqual(loadOver(file, loadOver(here, here).programme).programme, here, 'also after a file that said what stands')
})

test('an entry that the store does not know is added where the file has it, and one that was added here stays where it is', () => {
  const here = programme([dated('a'), dated('mine'), dated('b'), standing('c')])
  const merged = loadOver(programme([dated('first'), dated('a'), dated('b'), dated('after-b'), standing('c')]), here)
  assert.deepEqual(slugs(merged.programme), ['first', 'a', 'mine', 'b', 'after-b', 'c'])
  assert.deepEqual(words(merged), ['first: Added: Wednesday 27 September 2023', 'after-b: Added: Wednesday 27 September 2023'])
})

test('an entry of the file under the address word of one that was added here is refused where it says something else', () => {
  const here = programme([dated('a'), dated('b'), standing('c'), dated('mine')])
  assert.deepEqual(refused(mergeProgramme(programme([...file.entries, dated('mine', { issue: 'Another' })]), here, loaded)), ['entries.3.issue mine'])
  assert.deepEqual(words(loadOver(programme([...file.entries, dated('mine')]), here)), [])
})

test('the order of the entries is that of whoever changed it, and refused where both did', () => {
  const moved = programme([dated('b'), dated('a'), standing('c')])
  assert.deepEqual(slugs(loadOver(file, moved).programme), ['b', 'a', 'c'])
  const merged = loadOver(moved, file)
  assert.deepEqual([slugs(merged.programme), words(merged)], [['b', 'a', 'c'], ['head: Entries put in another order']])
  assert.deepEqual(refused(mergeProgramme(programme([standing('c'), dated('a'), dated('b')]), moved, loaded)), ['entries the order of the entries'])
})

test('an entry that the file leaves out goes where nobody touched it, stays where it was taken out here, and is refused where it was worked on', () => {
  const shorter = programme([dated('a'), standing('c')])
  assert.deepEqual(words(loadOver(shorter, file)), ['b: No longer in the programme'])
  const out = programme([dated('a'), dated('b', { takenOut: { on: '2023-07-03', who: 'scrutiny officer', reason: 'Done' } }), standing('c')])
  assert.deepEqual(loadOver(shorter, out).programme, out)
  assert.deepEqual(refused(mergeProgramme(shorter, programme([dated('a'), dated('b', { lead: 'Champion' }), standing('c')]), loaded)), ['entries b'])
})

test('an entry whose meeting was cancelled keeps its reason under the same file, and a file may give it a new place', () => {
  const back = programme([dated('a', { when: { returnedFrom: '2023-09-27', reason: 'No room.' } }), dated('b'), standing('c')])
  assert.deepEqual(loadOver(file, back).programme, back)
  const merged = loadOver(programme([dated('a', { when: { meeting: '2023-12-06' } }), dated('b'), standing('c')]), back)
  assert.deepEqual(words(merged), ['a: Changed: when it comes'])
})

test('a programme that was begun here is not changed by a file, but for entries that it does not have', () => {
  const merged = loadOver(programme([dated('a'), dated('d')]), programme([dated('a')]), null)
  assert.deepEqual(words(merged), ['d: Added: Wednesday 27 September 2023'])
  assert.deepEqual(refused(mergeProgramme(programme([dated('a', { lead: 'Champion' })], { focus: 'Places' }), programme([dated('a')]), null)), ['focus 2023-24', 'entries.0.lead a'])
})

test('a programme that was published here stays so under a file that calls it a draft as it always did; a file may publish it', () => {
  const draft = programme([dated('a')], { public: false })
  assert.equal(loadOver(draft, programme([dated('a')]), loadedProgramme(draft)).programme.public, true)
  assert.deepEqual(words(loadOver(programme([dated('a')]), draft, loadedProgramme(draft))), ['head: Programme published'])
})

test('what can be no programme once both sides are together is refused', () => {
  const late = programme([dated('a'), dated('b'), standing('c')], { from: '2024-04-01' })
  assert.deepEqual(refused(mergeProgramme(programme(file.entries, { to: '2024-03-31' }), late, loaded)), ['to 2023-24'])
  const many = Array.from({ length: 298 }, (_one, index) => dated(`here-${index}`))
  assert.deepEqual(refused(mergeProgramme(programme([...file.entries, dated('d')]), programme([...file.entries.slice(0, 2), ...many]), loadedProgramme(programme(file.entries.slice(0, 2))))), ['entries 2023-24'])
})
