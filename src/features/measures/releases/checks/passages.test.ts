import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { ok } from '#core/outcome.ts'
import { sheet } from '../../disclosure/testing.ts'
import { hiddenNumbers } from './number-checks.ts'
import { passagesOf, wordsOfWhole } from './passages.ts'

const hidden = { measure: 'missing', area: 'own', breakdown: 'sex=g', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 8, numbers: [3] }

function found(changes: Parameters<typeof sheet>[2]): readonly string[] {
  const missing = sheet('missing', { own: { '2019-20-q4': 20 } }, changes)
  return hiddenNumbers({ measure: 'missing', sheet: missing }, { sheets: [missing], hidden: ok({ sheets: [missing], hidden: [hidden], policy: 'one-to-five v1' }) }).map(({ kind }) => kind)
}

test('a hidden number in the strategies of a measure or in what its example is taken from is warned of', () => {
  assert.deepEqual(found({ sourceOfExample: 'Made up beside a report of 3 girls.' }), ['number-in-words'])
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: 'Keeping 3 children safe' }] }), ['number-in-words'])
  assert.deepEqual(found({ strategies: [{ slug: 'safe', name: 'Keeping children safe', part: 'The 3 girls' }] }), ['number-in-words'])
  assert.deepEqual(found({ sourceOfExample: 'Table 3 of the return.', strategies: [{ slug: 'safe', name: 'Safe for 3 years', part: 'Part 3' }] }), [])
})

test('a hidden number of children in any words of a definition that the public reads is warned of, posts and addresses among them', () => {
  const said = 'The 3 girls hurt'
  const period = '2019-20-q4'
  const places: Readonly<Record<string, Parameters<typeof sheet>[2]>> = {
    name: { name: said },
    definition: { definition: said },
    why: { why: said },
    changed: { changed: said },
    numerator: { numerator: said },
    denominator: { denominator: said },
    counted: { counted: said },
    exempt: { exempt: said },
    steward: { steward: said },
    owner: { owner: said },
    source: { source: { name: said } },
    address: { source: { name: 'Return', address: 'https://example.org/The-3-girls-hurt' } },
    encoded: { source: { name: 'Return', address: 'https://example.org/a?of=the%203%20girls' } },
    target: { targets: [{ from: period, value: 1, whose: 'council', setBy: said }] },
    broken: { breaks: [{ period, reason: said }] },
    rebased: { rebases: [{ period, reason: said, decidedOn: '2019-01-01' as never, decidedBy: 'Board' }] },
    decided: { rebases: [{ period, reason: 'New.', decidedOn: '2019-01-01' as never, decidedBy: said }] },
    breakdown: { breakdowns: [{ name: 'who', values: ['3-girls-hurt'] }] },
    theme: { themes: ['3-girls-hurt'] },
  }
  for (const [place, changes] of Object.entries(places)) assert.deepEqual([...new Set(found(changes))], ['number-in-words'], place)
  assert.deepEqual(found({ steward: 'Team 3', source: { name: 'Return 3', address: 'https://example.org/3/table-3' }, name: 'Seen within 3 days' }), [])
})

test('a post that counts children is held against hidden numbers as all words are; one that has the number of its area counts nobody', () => {
  const draft = { title: 'Figures', headings: [], rankings: [] }
  const on = date('2020-07-01')
  const heldOf = (post: string) => {
    const words = wordsOfWhole({ draft, note: '', standing: { state: 'approved', checked: { on, by: 'Ann Lee', print: '', reasons: [] }, approved: { by: post, on } } })
    const commentary = { happened: '', why: '', doing: [], backOnTrack: '', signedBy: post, signedOn: '2020-07-01', claims: [] }
    return [words.includes(post), passagesOf({ sheet: sheet('missing', { own: { '2019-20-q4': 20 } }), commentary }).some(({ text }) => text === post)]
  }
  assert.deepEqual(heldOf('Board of the 3 girls'), [true, true])
  for (const post of ['Head of Area 3', 'Head of Service, Localities 2 and 3', 'Director, Area 3 Children’s Services']) assert.deepEqual(heldOf(post), [false, false], post)
})
