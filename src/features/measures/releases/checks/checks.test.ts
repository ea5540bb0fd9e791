import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { ok, refuse } from '#core/outcome.ts'
import { nothingSaid, type Edition } from '../../commentary/model/commentary.ts'
import { calm, sheetWith } from '../../commentary/testing.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import type { ReleaseMaterial } from '../preview/release-material.ts'
import type { CommentaryOut, ReleaseEntry } from '../release.ts'
import { isError, type CheckItem } from './check-item.ts'
import { checkList } from './check-list.ts'
import { claimChecks, confirmedChecks } from './commentary-checks.ts'
import { definitionCheck, targetCheck } from './definition-checks.ts'
import { figureChecks } from './figure-checks.ts'
import { hiddenNumbers } from './number-checks.ts'
import { partsChecks } from './parts-checks.ts'
import { leftOutChecks, revisionChecks } from './revision-checks.ts'
import { signerChecks } from './signer-checks.ts'

const day = date('2020-07-08')
const kinds = (found: readonly CheckItem[]) => found.map(({ kind }) => kind)

/** The sheet with another last point. */
function ending(point: Partial<SheetPoint>, sheet = sheetWith([10, 12])): MeasureSheet {
  const { value: _value, ...bare } = { period: '2019-20-q4', status: 'final' as const, confidentiality: 'open' as const, value: 0 }
  return { ...sheet, series: sheet.series.map((series) => ({ ...series, points: [...series.points.slice(0, -1), { ...bare, ...point }] })) }
}

const said: CommentaryOut = { happened: 'More stayed away.', why: '', doing: [], backOnTrack: '', signedBy: 'Head of Inclusion', signedOn: '2020-07-01', claims: [] }
const claim = (verdict: 'supported' | 'not-supported' | 'cannot-tell', reason = '') => ({ words: 'improved', measure: 'absence', verdict, because: 'There are two points.', reason })

test('a figure of the period is given, or it is said why it is not', () => {
  assert.deepEqual(kinds(figureChecks(sheetWith([10, 12]), day)), [])
  assert.deepEqual(kinds(figureChecks(ending({}), day)), ['figure-missing'])
  assert.deepEqual(kinds(figureChecks(ending({ revision: 1, status: 'not-available' }), day)), ['figure-not-available'])
  assert.deepEqual(kinds(figureChecks(ending({ revision: 1, status: 'not-applicable' }), day)), [])
  assert.deepEqual(kinds(figureChecks(ending({ value: 12, status: 'provisional' }), day)), ['provisional'])
})

test('a figure that cannot be known yet by its lag is warned of, and one that can is missing', () => {
  // The quarter ends on 31 March, and the figure is known 30 days later.
  assert.deepEqual(kinds(figureChecks(ending({}), date('2020-04-29'))), ['figure-not-due'])
  assert.match(figureChecks(ending({}), date('2020-04-29'))[0]?.message ?? '', /30 April 2020/)
  assert.deepEqual(kinds(figureChecks(ending({}), date('2020-04-30'))), ['figure-missing'])
})

test('the figure of a breakdown is a figure of the period', () => {
  const sheet = ending({})
  const [own] = sheet.series
  const parts = own === undefined ? [] : [{ ...own, breakdown: 'phase=primary', points: [{ period: '2019-20-q4', value: 7, status: 'final' as const, confidentiality: 'open' as const }] }]
  assert.deepEqual(kinds(figureChecks({ ...sheet, series: [...sheet.series, ...parts] }, day)), [])
})

test('an exception is explained and signed, any other measure is confirmed or the public reads that it is not', () => {
  const calmSheet = sheetWith(calm)
  const exception = sheetWith([...calm, 30])
  assert.equal(exception.judgement.isException, true)
  const entry = (sheet: MeasureSheet, commentary?: CommentaryOut) => ({ sheet, isConfirmed: commentary !== undefined, ...(commentary === undefined ? {} : { commentary }) })
  assert.deepEqual(kinds(confirmedChecks(entry(exception))), ['exception-unconfirmed'])
  assert.deepEqual(kinds(confirmedChecks(entry(exception, { ...said, happened: ' ' }))), ['exception-unconfirmed'])
  assert.deepEqual(kinds(confirmedChecks(entry(exception, said))), [])
  assert.deepEqual(kinds(confirmedChecks(entry(calmSheet))), ['unconfirmed'])
  assert.deepEqual(kinds(confirmedChecks(entry(calmSheet, { ...said, happened: '' }))), [])
})

test('a claim that the figures do not bear stops it unless a reason stands beside it', () => {
  const of = (...claims: CommentaryOut['claims']) => kinds(claimChecks({ sheet: sheetWith([1]), commentary: { ...said, claims } }))
  assert.deepEqual(of(claim('supported'), claim('not-supported', 'The count changed.')), [])
  assert.deepEqual(of(claim('not-supported'), claim('cannot-tell', ' ')), ['claim-unsupported', 'claim-unsupported'])
})

test('words that their owner sets aside as no claim are warned of, with the words and the reason', () => {
  const aside = { words: 'Absence improved', measure: 'absence', verdict: 'no-claim' as const, because: '', reason: 'It is a view.' }
  const found = claimChecks({ sheet: sheetWith([1]), commentary: { ...said, claims: [aside, claim('supported')] } })
  assert.deepEqual([kinds(found), found.map(isError)], [['claim-set-aside'], [false]])
  assert.match(found[0]?.message ?? '', /^“Persistent absence”: its owner says that “Absence improved” is no claim about a measure\. The reason: It is a view\. Read the words beside the figure\./)
})

test('a target that nobody reviewed for two years is warned of, and one of which no day is known', () => {
  const with_ = (days: object) => sheetWith([10, 12], { changes: { targets: [{ from: '2010-11-q1', value: 5, whose: 'council', setBy: 'Cabinet', ...days }] } })
  assert.deepEqual(kinds(targetCheck(with_({ setOn: '2018-07-08' }), day)), [])
  assert.deepEqual(kinds(targetCheck(with_({ setOn: '2018-07-07' }), day)), ['target-old'])
  assert.deepEqual(kinds(targetCheck(with_({ setOn: '2010-07-07', reviewedOn: '2019-01-01' }), day)), [])
  assert.deepEqual(kinds(targetCheck(with_({}), day)), ['target-old'])
  assert.deepEqual(targetCheck(sheetWith([10]), day), [])
})

test('another version of the definition than in the last release, figures that differ, and an exception that is left out are said', () => {
  const sheet = sheetWith([...calm, 30])
  const before: Pick<ReleaseEntry, 'measure' | 'sheet'> = { measure: 'absence', sheet }
  assert.deepEqual(kinds(definitionCheck({ ...sheet, definition: { ...sheet.definition, version: 2, changed: 'Reception counts too.' } }, before)), ['definition-changed'])
  assert.deepEqual(definitionCheck(sheet, before), [])
  assert.deepEqual(definitionCheck(sheet, undefined), [])
  // What is amended counts as well, though there is no release before.
  assert.deepEqual(kinds(definitionCheck({ ...sheet, definition: { ...sheet.definition, version: 2, changed: 'Reception counts too.' } }, undefined, before)), ['definition-changed'])
  const hidden = { sheet: { ...sheet, series: sheet.series.map((series) => ({ ...series, points: series.points.map((point) => ({ ...point, confidentiality: 'hidden' as const })) })) } }
  const uncovered = definitionCheck({ ...sheet, definition: { ...sheet.definition, version: 2 } }, undefined, hidden)
  assert.match(uncovered[1]?.message ?? '', /were hidden when published, and would be shown by version 2 of its definition/)
  assert.deepEqual(kinds(leftOutChecks([], [before])), ['exception-left-out'])
  assert.deepEqual(leftOutChecks([{ measure: 'absence' }], [before]), [])
  const revised = Array.from({ length: 5 }, (_, year) => ({ period: `201${year}-1${year + 1}-q4`, breakdown: '', was: '1.0%', now: '2.0%', reason: '' }))
  assert.match(revisionChecks({ sheet, revised })[0]?.message ?? '', /was 1\.0% and is 2\.0%; .*, and 2 more\.$/)
})

function material(changes: Partial<ReleaseMaterial>, note = ''): ReleaseMaterial {
  const draft = { title: 'Figures of quarter 4 of 2019/20', headings: [{ heading: 'Schools', measures: ['absence', 'gone'] }], rankings: [] }
  const kept = { body: 'panel', bodyName: 'Panel', period: '2019-20-q4', draft, standing: { state: 'assembling' as const }, version: 0, note, revision: 1 }
  const figure = { measure: 'absence', area: 'E1', breakdown: '', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 5, numbers: [4] }
  return { kept, sheets: [], hidden: ok({ sheets: [], hidden: [figure], policy: 'one-to-five v1' }), commentaries: new Map(), editions: new Map(), before: [], published: new Map(), asked: [], ...changes }
}

test('a release holds measures that are there and that name its body', () => {
  assert.deepEqual(kinds(checkList(material({}), [], day)), ['no-measure', 'unknown-measure', 'unknown-measure'])
  const found = checkList(material({ sheets: [sheetWith([10, 12], { changes: { bodies: ['board'] } })] }), [], day)
  assert.deepEqual(found.map(({ kind, measure }) => [kind, measure]), [['unknown-measure', 'gone'], ['unknown-measure', 'absence']])
})

test('what cannot be hidden any more stops it, figure by figure', () => {
  const hidden = refuse('not-now', 'These cannot go out.', [{ field: 'absence', message: 'Absence, Q4: 3 follows.' }])
  const found = checkList(material({ sheets: [sheetWith([10], { changes: { bodies: ['panel'] } })], hidden }), [], day)
  assert.deepEqual(found.map(({ kind, measure, message }) => [kind, measure, message]).slice(1), [['protection', 'absence', 'Absence, Q4: 3 follows.']])
})

test('a hidden number in the note is warned of; the number of a quarter in the title is none', () => {
  const warned = (note: string) => checkList(material({}, note), [], day).filter(({ kind }) => kind === 'number-in-words').map(({ message }) => message.split(':')[0])
  assert.deepEqual(warned('A correction.'), [])
  assert.deepEqual(warned('It was four pupils.'), ['“four pupils”'])
})

/** The sheet of a count with parts, as of the last quarter of 2019/20. */
function counted(slug: string, name: string, figures: Readonly<Record<string, number>>, changes: object = {}): MeasureSheet {
  const sheet = sheetWith([1], { changes: { slug, name, unit: 'count', decimals: 0, bodies: ['panel'], ...changes } })
  const point = (value: number): SheetPoint => ({ period: '2019-20-q4', value, status: 'final', confidentiality: 'open', revision: 1 })
  return { ...sheet, series: Object.entries(figures).map(([breakdown, value]) => ({ role: 'own', area: 'E1', name: 'Worcestershire', breakdown: breakdown === 'all' ? '' : breakdown, points: [point(value)] })) }
}

/** What is found in words on stability of placements, where two of nine adoptions are hidden. */
function foundIn(happened: string, measure = 'stability') {
  const sheets = [counted('stability', 'Placements that last', { all: 40 }), counted('adoptions', 'New entrants to care after an adoption broke down', { all: 9, 'arranged-by=the-council': 2 })]
  const figure = { measure: 'adoptions', area: 'E1', breakdown: 'arranged-by=the-council', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 8, numbers: [2] }
  const [sheet = sheets[0]] = sheets.filter(({ definition }) => definition.slug === measure)
  assert.ok(sheet)
  const entry = { measure, sheet, commentary: { ...said, happened } }
  return hiddenNumbers(entry, { sheets, hidden: ok({ sheets: [], hidden: [figure], policy: 'one-to-five v1' }) })
}

test('a hidden number of another measure stops the commentary that speaks of it, and is warned of in any other', () => {
  assert.deepEqual(kinds(foundIn('Two children came into care after an adoption arranged by the council broke down.')), ['number-hidden'])
  assert.deepEqual(kinds(foundIn('Two meetings were held.')), ['number-in-words'])
  assert.match(foundIn('Two meetings were held.')[0]?.message ?? '', /“Placements that last” says “Two meetings were”, .*“New entrants/)
  assert.deepEqual(kinds(foundIn('Ten meetings were held.')), [])
  assert.deepEqual(kinds(foundIn('2% came into care after an adoption broke down, two per cent of all.')), [])
})

test('what a whole leaves beside a hidden part is warned of in words on the measure', () => {
  assert.deepEqual(kinds(foundIn('Nine came in, and seven of them had been placed by other agencies.', 'adoptions')), ['number-in-words'])
  assert.deepEqual(kinds(foundIn('Nine came in, and two of them by us.', 'adoptions')), ['number-hidden'])
  assert.deepEqual(kinds(foundIn('Seven meetings were held.')), [])
})

test('parts that do not add up to their whole are warned of, unless they are fewer and not all are given', () => {
  const breakdowns = [{ name: 'by', values: ['us', 'others'] }]
  const of = (figures: Readonly<Record<string, number>>) => partsChecks(counted('exclusions', 'Exclusions', figures, { breakdowns }))
  assert.deepEqual(kinds(of({ all: 9, 'by=us': 12 })), ['parts-unlike-whole'])
  assert.match(of({ all: 121, 'by=us': 12, 'by=others': 107 })[0]?.message ?? '', /by=us, by=others add up to 119, and the whole is 121/)
  assert.deepEqual(kinds(of({ all: 119, 'by=us': 12, 'by=others': 107 })), [])
  assert.deepEqual(kinds(of({ all: 9, 'by=us': 7 })), [])
})

test('counts that the definition gives beside its whole are no parts of it, and one part alone is not all there is', () => {
  const of = (breakdown: { readonly name: string; readonly values: readonly string[] }, figures: Readonly<Record<string, number>>) => kinds(partsChecks(counted('exclusions', 'Exclusions', figures, { breakdowns: [breakdown] })))
  assert.deepEqual(of({ name: 'also', values: ['amber', 'red'] }, { all: 76, 'also=amber': 107, 'also=red': 24 }), [])
  assert.deepEqual(of({ name: 'colour', values: ['amber', 'red'] }, { all: 76, 'colour=amber': 107, 'colour=red': 24 }), ['parts-unlike-whole'])
  assert.deepEqual(of({ name: 'of-them', values: ['in-care'] }, { all: 76, 'of-them=in-care': 12 }), [])
  assert.deepEqual(of({ name: 'of-them', values: ['in-care'] }, { all: 76, 'of-them=in-care': 77 }), ['parts-unlike-whole'])
})

test('a correction after which parts and whole do not add up stops it, in any period, and says what was corrected', () => {
  const sheet = counted('exclusions', 'Exclusions', { all: 76, 'by=us': 34, 'by=others': 43 })
  const corrected = { ...sheet, asOf: '2020-21-q1', series: sheet.series.map((one) => (one.breakdown === 'by=us' ? { ...one, points: one.points.map((point) => ({ ...point, revision: 2, before: { value: 33, status: 'final' as const, reason: 'A late return.' } })) } : one)) }
  assert.deepEqual(partsChecks({ ...sheet, asOf: '2020-21-q1' }, sheet), [])
  assert.deepEqual(kinds(partsChecks(corrected)), ['parts-revised'])
  assert.match(partsChecks(corrected)[0]?.message ?? '', /by=us, by=others add up to 77, and the whole is 76\. They added up until by=us was corrected from 33 to 34\./)
})

test('a footnote or a reason that tells a hidden number stops it, and so does one that was hidden before a correction', () => {
  const figure = { measure: 'exclusions', area: 'E1', breakdown: 'by=us', period: '2019-20-q3', reason: 'primary' as const, lowest: 1, highest: 8, numbers: [3] }
  const of = (point: Partial<SheetPoint>, hidden: readonly (typeof figure)[]) => {
    const sheet = counted('exclusions', 'Exclusions', { all: 40 })
    const said = { ...sheet, series: sheet.series.map((one) => ({ ...one, points: one.points.map((standing) => ({ ...standing, ...point })) })) }
    const shown = { ...said, series: said.series.map((one) => ({ ...one, points: one.points.map(({ before, ...rest }) => (hidden.length > 0 && before !== undefined ? { ...rest, before } : rest)) })) }
    return hiddenNumbers({ measure: 'exclusions', sheet: shown }, { sheets: [said], hidden: ok({ sheets: [shown], hidden, policy: 'one-to-five v1' }) })
  }
  assert.match(of({ note: 'In quarter 3 there were 3 children.' }, [figure])[0]?.message ?? '', /^The footnote on “Exclusions”, .* says “3 children/)
  const before = { value: 39, status: 'final' as const, reason: 'Quarter 3 was three.' }
  assert.deepEqual(kinds(of({ revision: 2, before }, [figure])), ['number-hidden'])
  assert.deepEqual(kinds(of({ note: 'Counted by hand.' }, [figure])), [])
  assert.deepEqual(kinds(of({ note: 'Of these two were counted first.', revision: 2, before: { ...before, value: 2 } }, [])), ['number-hidden'])
})

test('a number of children in the definition that is hidden is warned of, and ages and limits of time are not', () => {
  const figure = { measure: 'exclusions', area: 'E1', breakdown: 'by=us', period: '2019-20-q3', reason: 'primary' as const, lowest: 1, highest: 8, numbers: [3] }
  const of = (why: string) => {
    const sheet = counted('exclusions', 'Exclusions', { all: 40 }, { why })
    return hiddenNumbers({ measure: 'exclusions', sheet }, { sheets: [sheet], hidden: ok({ sheets: [sheet], hidden: [figure], policy: 'one-to-five v1' }) })
  }
  assert.deepEqual(kinds(of('In quarter 3 of 2021/22 there were 3 children of them.')), ['number-in-words'])
  assert.match(of('There were 3 children.')[0]?.message ?? '', /^The definition of “Exclusions” says “3 children”/)
  assert.deepEqual(kinds(of('Children of 3 and over, seen within 3 weeks, at level 3, by one of 3 ways.')), [])
})

test('the note of a release that speaks of a measure must not tell its hidden number', () => {
  const sheets = [counted('exclusions', 'Exclusions for good', { all: 40 })]
  const of = (note: string) => kinds(checkList(material({ sheets, hidden: ok({ sheets, hidden: [{ measure: 'exclusions', area: 'E1', breakdown: 'by=us', period: '2019-20-q4', reason: 'primary', lowest: 1, highest: 8, numbers: [4] }], policy: 'one-to-five v1' }) }, note), [], day))
  assert.ok(of('Four exclusions for good, not five.').includes('number-hidden'))
  assert.ok(!of('Four meetings were held.').includes('number-hidden'))
})

test('words that may name or point to a child are warned of, in the commentary, a footnote, the definition, a heading and the note', () => {
  const sheet = ending({ value: 12, note: 'With Tom Smith (9), the boy who moved.' }, sheetWith([10, 12], { changes: { bodies: ['panel'], why: 'A girl of 14 in Pershore waited.' } }))
  const entry: ReleaseEntry = { measure: 'absence', heading: 'Schools', sheet, isConfirmed: true, exception: 'none', revised: [], commentary: { ...said, happened: 'A child named Tom stayed away. The Head of Inclusion sees each child.', why: 'The child Amy Brown came.' } }
  const found = checkList(material({ sheets: [sheet] }, 'Without Amy Brown, aged 14.'), [entry], day).filter(({ kind }) => kind === 'person-named')
  assert.deepEqual(found.map(({ measure, message }) => [measure, message.split('. ')[0]]), [
    [undefined, '“Amy Brown” in the title, the note or a heading may name or point to a child'],
    ['absence', 'The commentary on “Persistent absence” says “Tom”, which may name or point to a child'],
    ['absence', 'The commentary on “Persistent absence” says “Amy Brown”, which may name or point to a child'],
    ['absence', 'The footnote on “Persistent absence”, Q4 2019/20 says “Tom Smith”, which may name or point to a child'],
    ['absence', 'The definition of “Persistent absence” says “A girl of 14 in Pershore”, which may name or point to a child'],
  ])
})

test('what words alone leave of their whole is warned of, though no figure hides it', () => {
  const entry = { measure: 'absence', sheet: sheetWith([1]), commentary: { ...said, happened: 'Nine came in, and seven of them stayed.' } }
  assert.deepEqual(kinds(hiddenNumbers(entry, { sheets: [], hidden: ok({ sheets: [], hidden: [], policy: 'one-to-five v1' }) })), ['number-in-words'])
})

test('a hidden number that a reader reckons from what words say is warned of, and another is not', () => {
  const entry = (happened: string) => ({ measure: 'absence', sheet: sheetWith([9, 3]), commentary: { ...said, happened } })
  const hidden = { measure: 'absence', area: 'E1', breakdown: '', period: '2019-20-q4', reason: 'primary' as const, lowest: 1, highest: 5, numbers: [3] }
  const found = (happened: string) => kinds(hiddenNumbers(entry(happened), { sheets: [sheetWith([9, 3])], hidden: ok({ sheets: [], hidden: [hidden], policy: 'one-to-five v1' }) }))
  assert.deepEqual(found('It fell by six, from nine.'), ['number-in-words'])
  assert.deepEqual(found('It fell by five, from nine.'), [])
})

function signed(measure: string, by: string, byName: string): readonly [string, Edition] {
  return [measure, { measure, period: '2019-20-q4', revision: 1, content: nothingSaid, standing: { state: 'signed', signature: { by, on: '2020-07-01' } }, deed: 'signed', reason: '', byName, byRole: 'Director', at: new Date(0) }]
}

test('one person who signed in the name of several posts is warned of', () => {
  const posts = (...of: readonly (readonly [string, Edition])[]) => signerChecks(new Map(of)).map(({ message }) => message)
  assert.match(posts(signed('a', 'Head of Inclusion', 'Ann Lee'), signed('b', 'Head of Care', 'Ann Lee'), signed('c', 'Head of Plans', 'Ben Roe')).join('|'), /^Ann Lee signed 2 commentaries in the name of 2 posts: Head of Inclusion, Head of Care\.[^|]*$/)
  assert.deepEqual(posts(signed('a', 'Head of Inclusion', 'Ann Lee'), signed('b', 'Head of Inclusion', 'Ann Lee'), signed('c', 'Head of Care', 'Ben Roe')), [])
})

test('of a commentary that a change of its figure has outlived the list says so', () => {
  const [, edition] = signed('absence', 'Head of Inclusion', 'Ann Lee')
  const changed = [{ breakdown: '', before: { breakdown: '', value: 54, status: 'final' as const }, now: { breakdown: '', value: 5.4, status: 'final' as const } }]
  const outlived: Edition = { ...edition, standing: { state: 'outlived', signature: { by: 'Head of Inclusion', on: '2020-07-01' }, changed } }
  const sheet = sheetWith(calm, { changes: { bodies: ['panel'] } })
  const entry: ReleaseEntry = { measure: 'absence', heading: 'Schools', sheet, isConfirmed: false, exception: 'none', revised: [] }
  const found = checkList(material({ sheets: [sheet], editions: new Map([['absence', outlived]]) }), [entry], day).filter(({ kind }) => kind === 'unconfirmed')
  assert.match(found[0]?.message ?? '', /its commentary was signed before the figure was changed from 54\.0% to 5\.4%\. The Head of Inclusion has not confirmed the figure as it stands/)
  assert.match(confirmedChecks({ sheet: sheetWith([...calm, 30]), isConfirmed: false }, 'signed before the figure was changed')[0]?.message ?? '', /is an exception, and its commentary was signed before the figure was changed\..* sign it again/)
})
