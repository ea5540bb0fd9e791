import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { observationsImporter } from '../../observations/import-observations.ts'
import { eachReleasesDesk, figuresFile } from '../deeds/testing.ts'
import { publishDue } from '../deeds/publish-due.ts'
import { currentEntries, releaseOut } from '../published-releases.ts'
import { amendRelease } from '../deeds/amend-release.ts'
import { publishEntries } from '../testing.ts'
import type { MeasureSheet } from '../../sheets/sheet.ts'
import { releaseKept, stepsOf } from '../store/read-releases.ts'
import { releasesExporter, exportedReleases } from './export-releases.ts'
import { releasesImporter } from './import-releases.ts'

const winter = `body: panel
period: 2022-23-q4
title: Figures of winter
headings: [{ heading: Plans, measures: [plans-on-time] }, { heading: Front door, measures: [contacts] }]
approved: { by: Director of Children’s Services, on: 2023-05-08 }
published: 2023-05-09T09:00
`
const autumn = winter.replace('2022-23-q4', '2022-23-q3').replace('of winter', 'of autumn').replace('2023-05-08', '2023-02-08').replace('2023-05-09', '2023-02-09')

/** The sheet with the figure of a breakdown shown. */
function withFigure(sheet: MeasureSheet, breakdown: string, value: number): MeasureSheet {
  return { ...sheet, series: sheet.series.map((series) => (series.breakdown === breakdown ? { ...series, points: series.points.map((point) => ({ ...point, value, confidentiality: 'open' as const })) } : series)) }
}

eachReleasesDesk(({ store, as, app, load, sign, read }) => {
  const faults = async (text: string) => {
    const loaded = await load(releasesImporter, text)
    return loaded.ok ? [] : loaded.refusal.faults.map(({ row, field, message }) => `${row} ${field}: ${message}`)
  }
  const outOf = (period: string) => store().database.readPublished((reader) => releaseOut(reader, { body: 'panel', period }))

  test('a file of releases with a fault loads nothing, and says where and why', async () => {
    assert.deepEqual(await faults(winter.replace('[contacts]', '[contacts, nonsense]').replace('panel', 'nobody')), [
      '1 body: No body has this address word. Load that body first, or correct the word.',
      '4 headings[1].measures[1]: The definition of this measure does not name this body. Add the body there with a new version, or leave the measure out.',
      '4 headings[2].measures[1]: The definition of this measure does not name this body. Add the body there with a new version, or leave the measure out.',
      '4 headings[2].measures[2]: There is no measure of this name. Load it first, or correct the name.',
    ])
    assert.deepEqual(await faults(winter.replace('2023-05-09T', '2023-03-20T').replace('on: 2023-05-08', 'on: 2023-04-08')), [
      '6 published: The period ends on 2023-03-31, and its figures cannot be known before. Give a moment after it.',
      '5 approved.on: It is approved before it is published. Give a day on or before that.',
    ])
    assert.match((await faults(winter.replace('by: Director', 'by: The Director'))).join(), /5 approved\.by: Give the post without “The”: Director of Children’s Services\./)
    assert.match((await faults(winter.replace('09:00', 'nine'))).join(), /Give a day and a time of London as 2020-07-09T09:00/)
  })

  test('an exception without a signed word stops the load at its measure, and nothing of the files is public', async () => {
    assert.deepEqual(await faults(`${autumn}---\n${winter}`), ['11 headings[1].measures[1]: “Plans on time” is an exception and has no signed commentary. Ask the Head of Inclusion to say what happened and to sign it.'])
    assert.equal(await outOf('2022-23-q3'), undefined)
  })

  test('releases are published as of their moments, each beside the one before', async () => {
    await sign('plans-on-time', '2022-23-q4', { happened: 'Two posts were empty.' })
    // The later stands first in the files.
    assert.deepEqual(await load(releasesImporter, `${winter}---\n${autumn}`), { ok: true, value: { releases: 2, published: 2 } })
    const out = await outOf('2022-23-q4')
    assert.deepEqual([out?.release.publishedAt.toISOString(), out?.release.approvedOn, out?.entries.map(({ exception }) => exception)], ['2023-05-09T08:00:00.000Z', '2023-05-08', ['new', 'none']])
    const current = await store().database.readPublished((reader) => currentEntries(reader))
    assert.deepEqual(current.map(({ entry, release }) => [entry.measure, release.period]), [['contacts', '2022-23-q4'], ['plans-on-time', '2022-23-q4']])
    assert.match((await read((reader) => stepsOf(reader, { body: 'panel', period: '2022-23-q4' })))[0]?.did ?? '', /loaded/)
  })

  test('the same files loaded again, and the export, change nothing', async () => {
    assert.deepEqual(await load(releasesImporter, `${winter}---\n${autumn}`), { ok: true, value: { releases: 2, published: 0 } })
    const written = await releasesExporter.write({ context: () => as() })
    assert.ok(written.ok)
    assert.deepEqual(written.value.map(({ name }) => name), ['releases/panel-2022-23-q3.yaml', 'releases/panel-2022-23-q4.yaml'])
    assert.deepEqual(await load(releasesImporter, written.value.map(({ body }) => String(body)).join('---\n')), { ok: true, value: { releases: 2, published: 0 } })
    assert.equal((await outOf('2022-23-q4'))?.versions.length, 1)
  })

  test('what is published is not changed by a file, but by a further version of it with a note', async () => {
    assert.deepEqual(await faults(winter.replace('of winter', 'of spring')), ['3 title: This release is published with something else here. What is published is never changed: give the change with a further entry in `versions`, with its note.'])
    const amended = `${winter.replace('of winter', 'of spring')}versions: [{ published: 2023-06-01T10:00, note: The title was wrong. }]\n`
    assert.deepEqual(await load(releasesImporter, amended), { ok: true, value: { releases: 1, published: 1 } })
    const out = await outOf('2022-23-q4')
    assert.deepEqual([out?.release.title, out?.release.note, out?.versions.length], ['Figures of spring', 'The title was wrong.', 2])
    assert.deepEqual(await load(releasesImporter, amended), { ok: true, value: { releases: 1, published: 0 } })
    assert.deepEqual((await read((reader) => exportedReleases(reader))).map(({ title, versions }) => [title, versions.length]), [['Figures of autumn', 0], ['Figures of spring', 1]])
  })

  test('a file does not undo what is being amended here, and leaves it where it says what it said', async () => {
    const key = { body: 'panel', period: '2022-23-q3' }
    const kept = await read((reader) => releaseKept(reader, key))
    assert.ok((await amendRelease(as(), app(), { ...key, revision: kept?.revision ?? 0 }, 'A figure.')).ok)
    assert.deepEqual(await load(releasesImporter, autumn), { ok: true, value: { releases: 1, published: 0 } })
    const refused = await load(releasesImporter, `${autumn}versions: [{ published: 2023-06-01T10:00, note: Another. }]\n`)
    assert.deepEqual(!refused.ok && [refused.refusal.kind, refused.refusal.faults.map(({ field }) => field)], ['conflict', ['versions']])
  })

  test('a release whose moment is still to come waits for it', async () => {
    const year = winter.replace('2022-23-q4', '2022-23').replace('of winter', 'of the year').replace('2023-05-09T09', '2023-08-01T09')
    assert.deepEqual(await load(releasesImporter, year), { ok: true, value: { releases: 1, published: 0 } })
    assert.equal(await outOf('2022-23'), undefined)
    await publishDue(as({ today: date('2023-08-01') }), app({ today: date('2023-08-01') }))
    assert.equal((await outOf('2022-23'))?.release.publishedAt.toISOString(), '2023-08-01T08:00:00.000Z')
  })

  test('a small number that follows from what is public already refuses the load, with the figure named', async () => {
    const figures = (rows: string) => load(observationsImporter, `${figuresFile.split('\n')[0]}\n${rows}`, 'more.csv')
    const schools = winter.replace('2022-23-q4', '2022-23-q2').replace('[plans-on-time]', '[exclusions]').replace('2023-05-09', '2023-06-09')
    assert.ok((await figures('exclusions,2022-23-q2,E10000034,,,,44,final,\nexclusions,2022-23-q2,E10000034,phase=secondary,,,41,final,\ncontacts,2022-23-q2,E10000034,,,,1200,final,\n')).ok)
    assert.deepEqual(await load(releasesImporter, schools), { ok: true, value: { releases: 1, published: 1 } })
    const out = await outOf('2022-23-q2')
    assert.ok(out)
    // As if it had gone out before anybody asked what 44 leaves beside 41.
    await publishEntries(store(), out.entries.map((entry) => ({ ...entry, sheet: withFigure(entry.sheet, 'phase=secondary', 41) })), { ...out.release, version: 2 })
    assert.ok((await figures('exclusions,2022-23-q2,E10000034,phase=primary,,,3,final,\n')).ok)
    const year = schools.replace('2022-23-q2', '2022-23').replace('2023-06-09', '2023-06-12')
    assert.match((await faults(year.replace('period: 2022-23', 'period: 2022-23-outturn'))).join(), /^4 headings\[1\]\.measures\[1\]: .*Exclusions, .*Q2 2022\/23/)
    assert.equal(await outOf('2022-23-outturn'), undefined)
  })
})
