import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fingerprintOf } from '#access/audit/files-in-audit.ts'
import { loadsRecorded } from '#access/audit/loads-recorded.ts'
import { filesInMemory } from '../../meetings/testing.ts'
import { figuresOf } from '../observations/read-figures-kept.ts'
import { eachMeasuresDesk } from '../testing.ts'
import { eesImporter } from './ees/import-ees.ts'
import { fingertipsImporter } from './fingertips/import-fingertips.ts'
import { areasExporter, areasImporter } from './import-areas.ts'
import { neighboursExporter, neighboursImporter } from './import-neighbours.ts'
import { areasByCode } from './keep-areas.ts'
import { allNeighbours } from './keep-neighbours.ts'

const eesHeader = 'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,school_type,pupils,absent,absent_percent\n'
const eesRows = [
  '202122,Academic year,National,E92000001,England,,,,,,Primary,1000,177,17.7',
  '202122,Academic year,National,E92000001,England,,,,,,Total,2000,450,22.5',
  '202122,Academic year,Regional,E92000001,England,E12000005,West Midlands,,,,Primary,400,72,18.0',
  '202122,Academic year,Local authority,E92000001,England,E12000005,West Midlands,885,E10000034,Worcestershire,Primary,100,16,16.0',
  '202122,Academic year,Local authority,E92000001,England,E12000005,West Midlands,860,E10000028,Staffordshire,Primary,c,c,c',
  '202122,Academic year,Local authority district,E92000001,England,E12000005,West Midlands,,E07000234,Bromsgrove,Primary,40,7,17.5',
]
const eesMapping = (more = '', to = 'absence.csv') => `file: ${to}
source: Pupil absence in schools in England, 2021/22
${more}figures:
  - { measure: absence, breakdown: phase=primary, value: absent_percent, numerator: absent, denominator: pupils, where: [{ column: school_type, is: Primary }] }
`
const ees = (rows: readonly string[], more?: string) => ({ 'ees.yaml': eesMapping(more), 'absence.csv': `${eesHeader}${rows.join('\n')}\n` })

const tipsHeader = 'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Counties & UAs (from Apr 2023) value or percentiles,Time period Sortable,New data,Compared to goal,Time period range\n'
const tip = (area: string, name: string, sex: string, category: string, period: string, figures: string) => `93203,"Absence, persistent",E92000001,England,${area},${name},Counties & UAs,${sex},5-15 yrs,${category},${period},${figures},,,,20220000,,,1y`
const tips = (rows: readonly string[]) => ({
  'tips.yaml': 'file: tips.csv\nsource: Fingertips\nfigures:\n  - { measure: absence, indicator: 93203, age: 5-15 yrs }\n',
  'tips.csv': `${tipsHeader}${rows.join('\n')}\n`,
})

eachMeasuresDesk(({ store, app, load, faults }) => {
  const figures = async () => (await store().database.read('operator:test', (reader) => figuresOf(reader, ['absence']))).map(({ area, breakdown, period, numerator, denominator, value, status }) => [area, breakdown, period, numerator, denominator, value, status])

  test('the Department’s file is read by its mapping: the rows that are meant, of England, regions and councils', async () => {
    const { loaded } = await load(eesImporter, ees(eesRows))
    assert.deepEqual(loaded, { ok: true, value: { rows: 4, 'new figures': 4, revisions: 0 } })
    assert.deepEqual(await figures(), [
      ['E10000028', 'phase=primary', '2021-22-ay', undefined, undefined, undefined, 'not-available'],
      ['E10000034', 'phase=primary', '2021-22-ay', 16, 100, 16, 'final'],
      ['E12000005', 'phase=primary', '2021-22-ay', 72, 400, 18, 'final'],
      ['E92000001', 'phase=primary', '2021-22-ay', 177, 1000, 17.7, 'final'],
    ])
    assert.deepEqual((await store().database.read('operator:test', areasByCode)).get('E10000028'), { code: 'E10000028', name: 'Staffordshire', kind: 'council', region: 'E12000005', isOwn: false })
  })

  test('a load is known again by its mapping, so that an example which stands is not taken for news', async () => {
    const given = ees(eesRows)
    await load(eesImporter, given)
    const print = fingerprintOf([filesInMemory({ 'ees.yaml': given['ees.yaml'] })])
    assert.equal((await store().database.read('operator:test', (reader) => loadsRecorded(reader, [['ees', print]])))[0]?.isThis, true)
  })

  test('figures that the Department revised need a reason, which the mapping gives for the whole file', async () => {
    const revised = [eesRows[0]?.replace('177,17.7', '181,18.1') ?? '']
    assert.match((await faults(eesImporter, ees(revised)))[0] ?? '', /absence\.csv 2 value: Another figure stands here/)
    assert.deepEqual((await load(eesImporter, ees(revised, 'revised-because: Revised by the Department.\n'))).loaded, { ok: true, value: { rows: 1, 'new figures': 0, revisions: 1 } })
  })

  test('what is wrong in the Department’s file is told by its own row and columns', async () => {
    const wrong = [eesRows[0]?.replace('17.7', '0.177') ?? '', eesRows[0]?.replace('Academic year', 'Week 14') ?? '']
    const found = await faults(eesImporter, ees(wrong))
    assert.deepEqual(found.map((line) => line.split(':')[0]), ['absence.csv 2 absent_percent', 'absence.csv 3 time_period'])
    assert.match((await faults(eesImporter, { 'ees.yaml': eesMapping('', 'other.csv') }))[0] ?? '', /ees\.yaml 1 file: /)
    assert.match((await faults(eesImporter, { 'ees.yaml': eesMapping(), 'absence.csv': eesHeader.replace('absent_percent', 'rate') }))[0] ?? '', /absence\.csv 1 absent_percent: The column is missing/)
    assert.match((await faults(eesImporter, ees([eesRows[1] ?? ''])))[0] ?? '', /No row of the file is one that the mapping asks for/)
  })

  test('Fingertips is read by indicator, sex, age and category', async () => {
    const rows = [
      tip('E92000001', 'England', 'Persons', ',', '2020/21', '12.125,11,13,10,14,97,800,'),
      tip('E92000001', 'England', 'Female', ',', '2020/21', '10,9,11,8,12,80,800,'),
      tip('E92000001', 'England', 'Persons', 'Deprivation,Most deprived', '2020/21', '20,9,11,8,12,160,800,'),
      tip('E10000014', 'Hampshire', 'Persons', ',', '2020/21', ',,,,,,,Value suppressed'),
      tip('E07000084', 'Basingstoke and Deane', 'Persons', ',', '2020/21', '10,,,,,80,800,'),
    ]
    assert.deepEqual((await load(fingertipsImporter, tips(rows))).loaded, { ok: true, value: { rows: 2, 'new figures': 2, revisions: 0 } })
    assert.deepEqual((await figures()).filter(([, breakdown]) => breakdown === ''), [
      ['E10000014', '', '2020-21-ay', undefined, undefined, undefined, 'not-available'],
      ['E92000001', '', '2020-21-ay', 97, 800, 12.125, 'final'],
    ])
    assert.match((await faults(fingertipsImporter, tips([tip('E92000001', 'England', 'Persons', ',', '2018 - 20', '12,,,,,,,')])))[0] ?? '', /tips\.csv 2 Time period: /)
  })

  test('neighbours are loaded by the day from which they hold, and written out the same', async () => {
    // Workbooks leave rows of nothing but commas behind the last.
    const file = 'from,area,name,closeness\n2018-04-01,E10000008,Devon,close\n2018-04-01,E10000031,Warwickshire,Very Close\n,,,\n , ,,\n'
    assert.deepEqual((await load(neighboursImporter, { 'neighbours.csv': file })).loaded, { ok: true, value: { neighbours: 2, sets: 1 } })
    assert.deepEqual(await store().database.read('operator:test', allNeighbours), [{ from: '2018-04-01', area: 'E10000008', closeness: 'Close' }, { from: '2018-04-01', area: 'E10000031', closeness: 'Very Close' }])
    const written = await neighboursExporter.write(app())
    assert.equal(written.ok && String(written.value[0]?.body).split('\r\n')[1], '2018-04-01,E10000008,Devon,Close')
  })

  test('neighbours that cannot be are refused by row and column, and the council is none of its own', async () => {
    const found = await faults(neighboursImporter, { 'n.csv': 'from,area,name,closeness\n1 April,E07000234,,near\n2018-04-01,E10000031,Warwickshire,Close\n2018-04-01,E10000031,Warwickshire,Close\n2018-04-01,E10000034,Worcestershire,Close\n' })
    assert.deepEqual(found.map((line) => line.split(':')[0]), ['n.csv 2 from', 'n.csv 2 area', 'n.csv 2 name', 'n.csv 2 closeness', 'n.csv 4 area', 'undefined undefined area'])
  })

  test('areas are written out and read again the same, and two councils are never both the own one', async () => {
    const before = await store().database.read('operator:test', areasByCode)
    const written = await areasExporter.write(app())
    assert.ok(written.ok)
    assert.ok((await load(areasImporter, { 'areas.csv': String(written.value[0]?.body) })).loaded.ok)
    assert.deepEqual(await store().database.read('operator:test', areasByCode), before)
    assert.match((await faults(areasImporter, { 'a.csv': 'code,name,region,own\nE10000034,Worcestershire,E12000005,yes\nE10000014,Hampshire,E12000008,yes\n' }))[0] ?? '', /Two areas are given as the council’s own/)
  })
})
