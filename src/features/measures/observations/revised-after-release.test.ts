import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { measuresImporter } from '../definitions/import-measures.ts'
import { marksOf } from '../releases/checks/finding-marks.ts'
import { approveRelease } from '../releases/deeds/approve-release.ts'
import { assembleRelease } from '../releases/deeds/assemble-release.ts'
import { beginRelease } from '../releases/deeds/begin-release.ts'
import { checkRelease } from '../releases/deeds/check-release.ts'
import { publishRelease } from '../releases/deeds/publish-release.ts'
import { eachReleasesDesk } from '../releases/deeds/testing.ts'
import { releasePreview } from '../releases/preview/read-preview.ts'
import { releaseKept } from '../releases/store/read-releases.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import type { MeetingsApp } from '#features/meetings'
import { figurePage } from '../staff/figure-page.ts'
import { staffRequests, wordsOf } from '../staff/testing.ts'
import { usualMeasure } from '../testing.ts'
import { observationsImporter } from './import-observations.ts'

const key = { body: 'panel', period: '2022-23-q4' }
const count = (slug: string, more = '') => `slug: ${slug}\nname: ${slug}\n${usualMeasure}bodies: [panel]\npolarity: neither\nunit: count\ndecimals: 0\n${more}`
const measures = [count('town'), count('places', 'policy: none\nexempt: The figures are about places, not about children.\n'), count('all-told', 'sum-of: [town, places]\n')].join('---\n')
const csv = (...rows: string[]) => `measure,period,area,breakdown,numerator,denominator,value,status,note\n${rows.map((row) => `${row}\n`).join('')}`
const row = (measure: string, value: number, status = '', note = '') => `${measure},${key.period},E10000034,,,,${value},${status},${note}`

eachReleasesDesk(({ store, as, app, load, read }) => {
  const seen = async () => (await read((reader) => releaseKept(reader, key))) ?? assert.fail('no release')
  const previewNow = async () => {
    const kept = await seen()
    return read((reader) => releasePreview(reader, kept, date('2023-07-07')))
  }
  const done = (outcome: { readonly ok: boolean }) => assert.ok(outcome.ok, JSON.stringify(outcome))
  const remarks = async (text: string) => {
    const lines: string[] = []
    done(await observationsImporter.load([filesInMemory({ 'b.csv': text })], app(), () => undefined, (line) => lines.push(line)))
    return lines
  }
  const protection = async () => (await previewNow()).found.filter(({ kind }) => kind === 'protection').map(({ message }) => message)

  test('a release is published with counts of which none is small', async () => {
    done(await load(measuresImporter, measures, 'more.yaml'))
    done(await load(observationsImporter, csv(row('town', 30), row('places', 40), row('all-told', 70)), 'a.csv'))
    done(await beginRelease(as(), app(), key))
    done(await assembleRelease(as(), app(), await seen(), { title: 'Winter', rankings: [], measures: ['town', 'places', 'all-told'].map((slug, place) => ({ slug, part: 'All', place: String(place) })) }))
    done(await checkRelease(as(), app(), await seen(), { reasons: { unconfirmed: 'They are confirmed once a year.' }, shown: marksOf((await previewNow()).found) }))
    done(await approveRelease(as(), app(), await seen(), 'Director of Children’s Services'))
    done(await publishRelease(as(), app(), await seen()))
    assert.deepEqual(await protection(), [])
  })

  const inAudit = () =>
    read(async (reader) => {
      const rows = await reader.tables<{ 'access.audit': { verb: string } }>().selectFrom('access.audit').select('verb').where('verb', '=', 'observations.import').execute()
      return rows.length
    })

  test('a correction that what is public already would tell is flagged by its row, and stops the next release by measure and period', async () => {
    const before = await inAudit()
    const told = await remarks(csv(row('town', 3, 'revised', 'Counted again by hand.'), row('places', 67, 'revised', 'Counted again by hand.')))
    assert.deepEqual(told.map((line) => line.replace(/(?<=cannot be published again).*(?=Put the figure back)/, ' … ')), [
      'b.csv, row 2, value: found "3". It takes the place of 30, 10 times more. It was loaded; look whether it is right. The figures of Q4 2022/23 (panel) cannot be published again … Put the figure back if it is wrong; if it is right, leave its measure out of the next version. The public reads 30 here, in the figures of Q4 2022/23 (panel). Amend them, so that the correction is read with its reason.',
      'b.csv, row 3, value: The public reads 40 here, in the figures of Q4 2022/23 (panel). Amend them, so that the correction is read with its reason.',
    ])
    assert.equal(await inAudit(), before + 1, 'what is worth a look is kept with the load, under its one row in the audit')
    assert.match((await protection()).join(), /^town, Q4 2022\/23: a small number here could be worked out from what is shown or public already/)
  })

  test('the page of the figure says so too, until it is put back', async () => {
    const request = staffRequests(store)
    const words = wordsOf(await figurePage.show?.(request({ params: { slug: 'town' }, query: `area=E10000034&period=${key.period}` }), app() as unknown as MeetingsApp))
    assert.match(words, /The figures of Q4 2022\/23 \(panel\) cannot be published again as they stand now/)
    assert.match(words, /The public reads 30 here/)
  })

  test('put back, it stops nothing', async () => {
    done(await load(observationsImporter, csv(row('town', 30, 'revised', 'It was right before.'), row('places', 40, 'revised', 'It was right before.')), 'c.csv'))
    assert.deepEqual(await protection(), [])
  })

  test('a figure of a period that no release has is told nothing', async () => {
    assert.deepEqual(await remarks(csv(row('town', 33).replace('q4', 'q3'), row('contacts', 1200, 'revised', 'Counted twice.').replace('2022-23-q4', '2022-23-q3'))), [])
  })
})
