import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Outcome } from '#core/outcome.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { marksOf, newSince } from '../checks/finding-marks.ts'
import { lastCheck } from '../model/last-check.ts'
import { changedSince } from '../preview/changed-since.ts'
import { releasePreview } from '../preview/read-preview.ts'
import { releaseKept } from '../store/read-releases.ts'
import { approveRelease } from './approve-release.ts'
import { assembleRelease } from './assemble-release.ts'
import { beginRelease } from './begin-release.ts'
import { checkRelease } from './check-release.ts'
import { publishRelease } from './publish-release.ts'
import { checkAgain, sendBack } from './send-back.ts'
import { eachReleasesDesk, figuresFile } from './testing.ts'

const key = { body: 'panel', period: '2022-23-q4' }
const reasons = { provisional: 'The final count comes in August.', unconfirmed: 'Contacts are confirmed once a year.' }
const refusedAs = (outcome: Outcome<unknown>) => (outcome.ok ? 'done' : outcome.refusal.kind)
const faults = (outcome: Outcome<unknown>) => (outcome.ok ? [] : outcome.refusal.faults.map(({ message }) => message))

eachReleasesDesk(({ as, app, load, sign, read }) => {
  const seen = async () => (await read((reader) => releaseKept(reader, key))) ?? assert.fail('no release')
  const preview = async () => {
    const kept = await seen()
    return read((reader) => releasePreview(reader, kept, as().today))
  }
  const check = async (shown: readonly string[]) => checkRelease(as(), app(), await seen(), { reasons, shown })
  const marks = async () => marksOf((await preview()).found)
  const newNow = async () => newSince(lastCheck((await seen()).standing) ?? assert.fail('no check'), (await preview()).found).map(({ kind, measure }) => [kind, measure])
  const choose = async (...slugs: readonly string[]) => assert.equal(refusedAs(await assembleRelease(as(), app(), await seen(), { title: 'Winter', rankings: [], measures: slugs.map((slug) => ({ slug, part: 'All', place: '' })) })), 'done')

  test('what was found at the last check is known as long as it is found, and whatever comes to it is new', async () => {
    assert.ok((await beginRelease(as(), app(), key)).ok)
    await choose('contacts')
    assert.equal(lastCheck((await seen()).standing), undefined)
    assert.equal(refusedAs(await check(await marks())), 'done')
    assert.deepEqual(await newNow(), [])
    assert.equal(refusedAs(await sendBack(as(), app(), await seen(), 'Exclusions too.')), 'done')
    assert.deepEqual(await newNow(), [])
    assert.deepEqual(lastCheck((await seen()).standing)?.reasons.map(({ reason }) => reason), [reasons.provisional, reasons.unconfirmed])
    await choose('contacts', 'exclusions')
    assert.deepEqual(await newNow(), [['unconfirmed', 'exclusions']])
  })

  test('a reason does not hold for what was found after its form was shown', async () => {
    const before = (await marks()).slice(0, 1)
    const refused = await check(before)
    assert.equal(refusedAs(refused), 'conflict')
    assert.match(faults(refused).join(), /“Exclusions”: the Head of Inclusion has not confirmed the period/)
    assert.equal((await seen()).standing.state, 'assembling')
    assert.equal(refusedAs(await check(await marks())), 'done')
  })

  test('what is not any more what was checked is named, and brought back to its check with what changed', async () => {
    assert.equal(refusedAs(await checkAgain(as(), app(), await seen())), 'not-now', 'it is still what was checked')
    assert.equal(refusedAs(await approveRelease(as(), app(), await seen(), 'Director of Children’s Services')), 'done')
    const corrected = `${figuresFile.split('\n')[0]},reason\ncontacts,2022-23-q4,E10000034,,,,1260,provisional,,Late returns\n`
    assert.ok((await load(observationsImporter, corrected, 'corrected.csv')).ok)
    await sign('exclusions', key.period, { happened: 'Few were of primary schools.' })
    const changed = ['“Contacts”: its figures, or what is hidden of them.', '“Exclusions”: what its owner says of it.']
    assert.deepEqual(faults(await publishRelease(as(), app(), await seen())), changed)
    const before = await seen()
    assert.equal(refusedAs(await checkAgain(as(), app(), before)), 'done')
    assert.equal(refusedAs(await checkAgain(as(), app(), before)), 'done', 'the same press twice is one')
    const { standing } = await seen()
    assert.equal(standing.state === 'assembling' && standing.back, `It is no longer what was checked on 7 July 2023. ${changed.join(' ')}`)
    assert.deepEqual(await newNow(), [], 'one finding fewer is none that is new')
  })

  test('a warning that came after the check keeps it from going out, though no figure changed', async () => {
    assert.equal(refusedAs(await check(await marks())), 'done')
    const kept = await seen()
    const { found, print } = await preview()
    assert.ok(kept.standing.state === 'checked' && kept.standing.checked.print === print)
    const earlier = { ...kept.standing.checked, found: marksOf(found).slice(1) }
    assert.deepEqual(changedSince(await preview(), earlier), ['New since then: a provisional figure.'])
    assert.deepEqual(changedSince(await preview(), kept.standing.checked), [])
  })
})
