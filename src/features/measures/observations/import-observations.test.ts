import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measuresImporter } from '../definitions/import-measures.ts'
import { eachMeasuresDesk, usualMeasure } from '../testing.ts'
import { enterFigure } from './enter-figure.ts'
import { observationsExporter } from './export-observations.ts'
import { observationsImporter } from './import-observations.ts'
import { figuresOf, historyOf } from './read-figures-kept.ts'

const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'
const csv = (...rows: string[]) => ({ 'a.csv': `${header}${rows.join('\n')}\n` })
const key = (period: string, measure = 'plans-on-time') => ({ measure, area: 'E10000034', breakdown: '', period })

eachMeasuresDesk(({ store, app, load, faults }) => {
  const figures = (measure: string) => store().database.read('operator:test', (reader) => figuresOf(reader, [measure]))
  const history = (period: string, measure?: string) => store().database.read('operator:test', (reader) => historyOf(reader, key(period, measure)))
  const summary = async (...rows: string[]) => {
    const { loaded } = await load(observationsImporter, csv(...rows))
    return loaded.ok ? loaded.value : assert.fail(JSON.stringify(loaded.refusal))
  }

  test('figures are loaded, and the same file again writes nothing', async () => {
    const rows = ['plans-on-time,2019-20-q1,Worcestershire,,23,27,85.2,,', 'plans-on-time,2019-20-q1,E92000001,,,,60.4,final,', 'plans-on-time,2019-20-q1,E10000034,phase=primary,,,,not-available,Not asked.']
    assert.deepEqual(await summary(...rows), { rows: 3, 'new figures': 3, revisions: 0 })
    assert.deepEqual(await summary(...rows), { rows: 3, 'new figures': 0, revisions: 0 })
    const [own, primary] = await figures('plans-on-time')
    assert.deepEqual([own?.numerator, own?.denominator, own?.value, own?.status, own?.revision], [23, 27, 85.2, 'final', 1])
    assert.deepEqual([primary?.breakdown, primary?.value, primary?.note], ['phase=primary', undefined, 'Not asked.'])
  })

  test('a figure goes from provisional to final to revised, and each stays', async () => {
    await summary('plans-on-time,2019-20-q2,E10000034,,,,80,provisional,')
    await summary('plans-on-time,2019-20-q2,E10000034,,,,82,final,')
    assert.match((await faults(observationsImporter, csv('plans-on-time,2019-20-q2,E10000034,,,,84,,')))[0] ?? '', /a\.csv 2 value: Another figure stands here \(82, final\)/)
    assert.deepEqual(await summary('plans-on-time,2019-20-q2,E10000034,,,,84,revised,Late returns.'), { rows: 1, 'new figures': 0, revisions: 1 })
    assert.deepEqual((await history('2019-20-q2')).map(({ revision, value, status, reason }) => [revision, value, status, reason]), [[1, 80, 'provisional', ''], [2, 82, 'final', ''], [3, 84, 'revised', 'Late returns.']])
    assert.deepEqual((await figures('plans-on-time')).filter(({ period }) => period === '2019-20-q2').map(({ value }) => value), [84])
  })

  test('one wrong row, and nothing of any file is loaded; every fault is told by file and row', async () => {
    const files = { 'b.csv': `${header}plans-on-time,2019-20-q3,E10000034,,,,81,,\n`, 'c.csv': `${header}plans-on-time,2019-20-q4,E10000034,,,,81,,\nplan-on-time,2019-20-q4,E10000034,,,,81,,\nplans-on-time,2019-20-q4,E10000034,,,,181,,\n` }
    const found = await faults(observationsImporter, files)
    assert.deepEqual(found.map((line) => line.split(':')[0]), ['c.csv 3 measure', 'c.csv 4 value'])
    assert.deepEqual(await history('2019-20-q3'), [])
  })

  test('all that is wrong is told in one round, by file and row: what cannot be read, what is given twice, what stands otherwise, and what looks like another unit', async () => {
    await summary('plans-on-time,2015-16-q1,E10000034,,,,81,,', 'plans-on-time,2015-16-q2,E10000034,,,,82,,')
    const rows = ['plans-on-time,2015-16-q3,E10000034,,,,0.83,,', 'plans-on-time,2015-16-q4,E10000034,,,,1O,,', 'contacts,2015-16-q1,E10000034,,,,81,,', 'contacts,2015-16-q1,E10000034,,,,81,,', 'plans-on-time,2015-16-q2,E10000034,,,,84,,']
    const found = await faults(observationsImporter, { ...csv(...rows), 'b.csv': `${header}contacts,2015-16-q9,E10000034,,,,81,,\n`, 'c.csv': 'measure\n' })
    assert.deepEqual(found.filter((line) => !line.startsWith('c.csv')).map((line) => line.split(':')[0]), ['a.csv 2 value', 'a.csv 3 value', 'a.csv 5 period', 'a.csv 6 value', 'b.csv 2 period'])
    assert.ok(found.some((line) => line.startsWith('c.csv 1 period: The column is missing')))
  })

  test('files are loaded one after the other: a later one may revise what an earlier one of the same load brought', async () => {
    const row = (value: number, status: string, note = '') => `${header}plans-on-time,2016-17-q1,E10000034,,,,${value},${status},${note}\n`
    const { loaded } = await load(observationsImporter, { '01.csv': row(80, 'provisional'), '02.csv': row(82, 'final'), '03.csv': row(84, 'revised', 'Late returns.') })
    assert.deepEqual(loaded.ok && loaded.value, { rows: 3, 'new figures': 1, revisions: 2 })
    assert.deepEqual((await history('2016-17-q1')).map(({ revision, value, status }) => [revision, value, status]), [[1, 80, 'provisional'], [2, 82, 'final'], [3, 84, 'revised']])
    assert.match((await faults(observationsImporter, { '01.csv': row(85, 'revised', 'Again.'), '02.csv': row(86, 'final') }))[0] ?? '', /^02\.csv 2 value: Another figure stands here \(85, revised\)/)
  })

  test('a figure given twice is refused with the row of the first, also where it stands already', async () => {
    const twice = ['plans-on-time,2020-21-q1,E10000034,,,,81,,', 'plans-on-time,2020-21-q1,Worcestershire,,,,81,,']
    assert.match((await faults(observationsImporter, csv(...twice)))[0] ?? '', /a\.csv 3 period: This measure, area, breakdown and period is in row 2 already/)
    await summary(twice[0] ?? '')
    assert.match((await faults(observationsImporter, csv(...twice)))[0] ?? '', /a\.csv 3 period: .* in row 2 already/)
  })

  test('a figure ten times the one before is loaded and flagged, but not at a break nor where counts are small', async () => {
    const rows = ['contacts,2020-21-q3,E10000034,,,,100,,', 'contacts,2020-21-q4,E10000034,,,,1200,,', 'contacts,2021-22-q1,E10000034,,,,90,,', 'contacts,2020-21-q3,E92000001,,,,1,,', 'contacts,2020-21-q4,E92000001,,,,12,,']
    const { loaded, told } = await load(observationsImporter, csv(...rows))
    assert.deepEqual(loaded.ok && loaded.value, { rows: 5, 'new figures': 5, revisions: 0, 'figures to look at': 1 })
    assert.match(told[0] ?? '', /a\.csv, row 3, value: found "1200"\. In 2020-21-q3 it was 100, 12 times less\. It was loaded; look/)
  })

  test('parts that are more than their whole are loaded and flagged', async () => {
    await load(measuresImporter, { 'placed.yaml': `slug: placed\nname: Placed\n${usualMeasure}polarity: neither\nunit: count\ndecimals: 0\nbreakdowns: [{ name: phase, values: [primary, secondary] }]\n` })
    const row = (breakdown: string, count: number) => `placed,2018-19-q1,E10000034,${breakdown},,,${count},,`
    assert.deepEqual(await summary(row('', 76), row('phase=primary', 33)), { rows: 2, 'new figures': 2, revisions: 0 })
    const { loaded, told } = await load(observationsImporter, csv(row('phase=secondary', 44)))
    assert.deepEqual(loaded.ok && loaded.value, { rows: 1, 'new figures': 1, revisions: 0, 'figures to look at': 1 })
    assert.match(told[0] ?? '', /placed, 2018-19-q1: phase=primary, phase=secondary add up to 77, and the whole is 76\. It was loaded; correct/)
  })

  test('a row that says what stood once is left, and is told with what stands', async () => {
    await summary('contacts,2022-23-q1,E10000034,,,,550,provisional,')
    await summary('contacts,2022-23-q1,E10000034,,,,560,provisional,')
    const { loaded, told } = await load(observationsImporter, csv('contacts,2022-23-q1,E10000034,,,,550,provisional,'))
    assert.deepEqual(loaded.ok && loaded.value, { rows: 1, 'new figures': 0, revisions: 0, 'figures to look at': 1 })
    assert.match(told[0] ?? '', /a\.csv, row 2, value: found "550"\. This stood once; since then it is 560\. It was left/)
  })

  test('rows of nothing but commas, which workbooks leave behind, are no figures', async () => {
    assert.deepEqual(await summary('contacts,2022-23-q2,E10000034,,,,600,,', ',,,,,,,,', ', ,,,,,,,'), { rows: 1, 'new figures': 1, revisions: 0 })
  })

  test('a share a hundred times smaller than the one before is refused until a note says that it is right', async () => {
    await summary('plans-on-time,2021-22-q1,E10000034,,,,85,,')
    assert.match((await faults(observationsImporter, csv('plans-on-time,2021-22-q2,E10000034,,,,0.86,,')))[0] ?? '', /a\.csv 2 value: In 2021-22-q1 it was 85\.0%, 99 times more: it looks as if one were in another unit/)
    assert.deepEqual(await history('2021-22-q2'), [])
    assert.deepEqual(await summary('plans-on-time,2021-22-q2,E10000034,,,,0.86,,Nearly all were late.'), { rows: 1, 'new figures': 1, revisions: 0, 'figures to look at': 1 })
  })

  test('the reason of a revision says nothing of its unit: a slip is refused until the note says that it is right, on the page and by file', async () => {
    await summary('plans-on-time,2013-14-q1,E10000034,,,,78,,', 'plans-on-time,2013-14-q2,E10000034,,,,79,,')
    const row = { measure: 'plans-on-time', period: '2013-14-q2', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '0.79', status: 'revised', note: '', reason: 'Corrected.' }
    const typed = await enterFigure(app().context(), { row, seen: 1 }, app().now())
    assert.match(typed.ok ? '' : (typed.refusal.faults[0]?.message ?? ''), /in another unit\. Correct the one that is wrong, or say in “Note”, beside the reason, why it is right\./)
    assert.match((await faults(observationsImporter, csv('plans-on-time,2013-14-q2,E10000034,,,,0.79,revised,Corrected.')))[0] ?? '', /a\.csv 2 value: .*and why it was revised in the column reason\./)
    assert.deepEqual((await history('2013-14-q2')).map(({ value }) => value), [79])
    assert.ok((await enterFigure(app().context(), { row: { ...row, note: 'Nearly all were late.' }, seen: 1 }, app().now())).ok)
  })

  test('a correction that comes back to its neighbours passes on the page and is flagged by file; one that leaves them is asked', async () => {
    await summary(...['E10000034', 'E10000014'].flatMap((area) => [`plans-on-time,2012-13-q1,${area},,,,95,,`, `plans-on-time,2012-13-q2,${area},,,,9.5,provisional,Nearly all were late.`]))
    const { loaded, told } = await load(observationsImporter, csv('plans-on-time,2012-13-q2,E10000034,,,,0.92,provisional,'))
    assert.match(loaded.ok ? '' : (loaded.refusal.faults[0]?.message ?? ''), /In 2012-13-q1 it was 95\.0%, 103 times more: it looks as if/)
    assert.deepEqual(told, [])
    const row = { measure: 'plans-on-time', period: '2012-13-q2', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '96', status: 'provisional', note: '', reason: '' }
    assert.ok((await enterFigure(app().context(), { row, seen: 1 }, app().now())).ok)
    const left = await enterFigure(app().context(), { row: { ...row, value: '9.6' }, seen: 2 }, app().now())
    assert.match(left.ok ? '' : (left.refusal.faults[0]?.message ?? ''), /^In 2012-13-q1 it was 95\.0%, 10 times more\. Correct the one that is wrong, or say in “Note” why it is right\.$/)
    const corrected = await load(observationsImporter, csv('plans-on-time,2012-13-q2,E10000014,,,,96,provisional,'))
    assert.match(corrected.told[0] ?? '', /a\.csv, row 2, value: found "96"\. It takes the place of 9\.5%, 10 times less\. It was loaded; look/)
  })

  test('a note that stood with another figure settles no slip, on the page or by file, and goes on with a figure that it settled', async () => {
    await summary('plans-on-time,2010-11-q1,E10000034,,,,78,,', 'plans-on-time,2010-11-q2,E10000034,,,,79,provisional,Without academies.')
    const row = { measure: 'plans-on-time', period: '2010-11-q2', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '0.79', status: 'provisional', note: 'Without academies.', reason: '' }
    const typed = await enterFigure(app().context(), { row, seen: 1 }, app().now())
    assert.match(typed.ok ? '' : (typed.refusal.faults[0]?.message ?? ''), /in another unit\..* why it is right\. The note that it has stood with another figure\.$/)
    assert.match((await faults(observationsImporter, csv('plans-on-time,2010-11-q2,E10000034,,,,0.79,provisional,Without academies.')))[0] ?? '', /stood with another figure/)
    const settled = { ...row, note: 'Nearly all were late.' }
    assert.ok((await enterFigure(app().context(), { row: settled, seen: 1 }, app().now())).ok)
    assert.ok((await enterFigure(app().context(), { row: { ...settled, value: '0.8', status: 'final' }, seen: 2 }, app().now())).ok)
  })

  test('a slip in the first period of a series is refused, whether the next stands or arrives with it', async () => {
    await summary('plans-on-time,2011-12-q2,E10000014,,,,85,,')
    assert.match((await faults(observationsImporter, csv('plans-on-time,2011-12-q1,E10000014,,,,0.84,,')))[0] ?? '', /a\.csv 2 value: In 2011-12-q2, the next, it is 85\.0%, 101 times more: it looks as if one were in another unit/)
    const together = csv(...[0.84, 85, 86].map((value, place) => `plans-on-time,2011-12-q${place + 1},E12000001,,,,${value},,`))
    assert.deepEqual((await faults(observationsImporter, together)).map((line) => line.split(':')[0]), ['a.csv 2 value'])
    await summary('plans-on-time,2011-12-q1,E12000002,,,,0.84,,')
    assert.match((await faults(observationsImporter, csv('plans-on-time,2011-12-q2,E12000002,,,,85,,')))[0] ?? '', /a\.csv 2 value: In 2011-12-q1 it was 0\.8%, 101 times less: .*Correct the one that is wrong/)
  })

  test('more rows than a batch are loaded in one deed, and a duplicate far from the first is found', async () => {
    const areas = ['E92000001', ...Array.from({ length: 9 }, (_, place) => `E1200000${place + 1}`)]
    const periods = Array.from({ length: 400 }, (_, place) => `${1600 + place}-${String((place + 1) % 100).padStart(2, '0')}-ay`)
    const rows = areas.flatMap((area) => periods.flatMap((period) => ['phase=primary', 'phase=secondary'].map((phase) => `absence,${period},${area},${phase},,,20,,`)))
    assert.match((await faults(observationsImporter, csv(...rows, rows[0] ?? '')))[0] ?? '', /a\.csv 8002 period: .* in row 2 already/)
    assert.deepEqual(await summary(...rows), { rows: 8000, 'new figures': 8000, revisions: 0 })
    assert.equal((await figures('absence')).length, 8000)
  })

  test('a figure that is typed goes by the same rules, and a revision that was not seen is a conflict', async () => {
    const row = { measure: 'plans-on-time', period: '2018-19-q1', area: 'E10000034', breakdown: '', numerator: '', denominator: '', value: '70', status: 'final', note: '', reason: '' }
    const enter = (changes: object, seen: number) => enterFigure(app().context(), { row: { ...row, ...changes }, seen }, app().now())
    assert.ok((await enter({}, 0)).ok)
    const late = await enter({ value: '72', status: 'revised', reason: 'Late.' }, 0)
    assert.equal(!late.ok && late.refusal.kind, 'conflict')
    const wrong = await enter({ value: '172', status: 'revised', reason: 'Late.' }, 1)
    assert.deepEqual(!wrong.ok && wrong.refusal.faults.map(({ field }) => field), ['value'])
    assert.ok((await enter({ value: '72', status: 'revised', reason: 'Late.' }, 1)).ok)
    assert.deepEqual((await history('2018-19-q1')).map(({ value }) => value), [70, 72])
  })

  test('what is written out is read again the same, revision by revision', async () => {
    const written = await observationsExporter.write(app())
    assert.ok(written.ok)
    const names = written.value.map(({ name }) => name)
    assert.ok(names.includes('observations/03-plans-on-time.csv'))
    const { loaded } = await load(observationsImporter, Object.fromEntries(written.value.map(({ name, body }) => [name, String(body)])))
    assert.ok(loaded.ok, JSON.stringify(loaded))
    assert.deepEqual([loaded.value['new figures'], loaded.value['revisions']], [0, 0])
  })

  test('staff cannot change what stands', async () => {
    await assert.rejects(store().database.write('operator:test', (tx) => tx.tables<{ 'work.observations': { value: number } }>().updateTable('work.observations').set({ value: 1 }).execute()), /permission denied/)
  })
})
