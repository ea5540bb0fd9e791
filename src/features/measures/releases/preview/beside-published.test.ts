import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import type { PublicQuestion } from '#features/minutes'
import { calm, sheetWith } from '../../commentary/testing.ts'
import { protectSheets } from '../../disclosure/protect-sheets.ts'
import { sheet } from '../../disclosure/testing.ts'
import type { MeasureSheet, SheetPoint } from '../../sheets/sheet.ts'
import { openOn } from './asked-by-body.ts'
import { besidePublished } from './beside-published.ts'
import { exceptionBeside } from './exception-beside.ts'
import { revisedFigures } from './revised-figures.ts'

test('an exception is new, continues or is closed beside the release before', () => {
  const [fine, bad] = [sheetWith(calm), sheetWith([...calm, 30])]
  assert.deepEqual([exceptionBeside(bad, undefined), exceptionBeside(bad, { sheet: fine }), exceptionBeside(bad, { sheet: bad }), exceptionBeside(fine, { sheet: bad }), exceptionBeside(fine, { sheet: fine })], ['new', 'new', 'continuing', 'closed', 'none'])
})

function withPoints(...points: readonly Partial<SheetPoint>[]): MeasureSheet {
  const sheet = sheetWith([1])
  return { ...sheet, series: sheet.series.map((series) => ({ ...series, points: points.map((point, place) => ({ period: `2019-20-q${place + 1}`, status: 'final', confidentiality: 'open', ...point })) })) }
}

test('what differs from what was published is said as it was and as it is, with the reason', () => {
  const before = { sheet: withPoints({ value: 5.4 }, { value: 6, status: 'provisional' }, { status: 'not-available' }, { value: 3 }) }
  const now = withPoints({ value: 5.2, status: 'revised', before: { value: 5.4, status: 'final', reason: 'Late returns came.' } }, { value: 6 }, { value: 7 }, { confidentiality: 'hidden' })
  assert.deepEqual(revisedFigures(now, before), [
    { period: '2019-20-q1', breakdown: '', was: '5.4%', now: '5.2% [r]', reason: 'Late returns came.' },
    { period: '2019-20-q4', breakdown: '', was: '3.0%', now: '[c]', reason: '' },
  ])
  assert.deepEqual(revisedFigures(now, undefined), [])
})

test('what stood before a figure is what was published, and never what somebody typed in between', () => {
  const beforeOf = (now: MeasureSheet, published?: MeasureSheet) => besidePublished(now, published && { sheet: published }).series[0]?.points.map(({ before }) => before)
  const typed = { before: { value: 0.68, status: 'revised' as const, reason: 'A slip.' } }
  const published = withPoints({ value: 68 })
  const revised = withPoints({ value: 73, status: 'revised', ...typed })
  const told = { value: 68, status: 'final', reason: 'A slip.' }
  assert.deepEqual(beforeOf(revised, published), [told])
  assert.deepEqual(beforeOf(revised), [undefined], 'nothing was published')
  assert.deepEqual(beforeOf(withPoints({ value: 68, status: 'revised', ...typed }), published), [undefined], 'it is what it was')
  assert.deepEqual(beforeOf(withPoints({ confidentiality: 'hidden' }), published), [undefined])
  assert.deepEqual(beforeOf(revised, besidePublished(revised, { sheet: published })), [told], 'the next release says it again')
  assert.deepEqual(beforeOf(revised, withPoints({ confidentiality: 'hidden' })), [{ status: 'final', reason: 'A slip.' }], 'what was hidden stays so')
})

test('of a figure that was given once more for a safer reason the public reads that reason, beside what was published', async () => {
  const of = (value: number, more: Partial<SheetPoint> = {}) => sheet('missing', { own: { '2019-20-q4': { value, ...more } }, 'own sex=g': { '2019-20-q4': 3 }, 'own sex=b': { '2019-20-q4': value - 3 } })
  const shownOf = async (now: MeasureSheet, earlier: readonly MeasureSheet[] = []) => {
    const hidden = await protectSheets([now], earlier)
    return (hidden.ok ? hidden.value.sheets[0] : undefined) ?? assert.fail()
  }
  const published = await shownOf(of(40))
  const once = of(42, { revision: 2, status: 'revised', before: { value: 40, status: 'final', reason: 'Three girls came late.' } })
  const again = of(42, { revision: 3, status: 'revised', before: { value: 42, status: 'revised', reason: 'Late returns came.' } })
  const told = async (now: MeasureSheet) => {
    const out = besidePublished(await shownOf(now, [published]), { sheet: published })
    return [out.series[0]?.points[0]?.before, revisedFigures(out, { sheet: published })[0]?.reason]
  }
  const unsafe = await told(once)
  assert.equal(unsafe[1], 'Three girls came late.', 'the list of checks stops it')
  assert.deepEqual(await told(again), [{ value: 40, status: 'final', reason: 'Late returns came.' }, 'Late returns came.'])
})

test('a figure that only moves beyond what is shown is not revised', () => {
  assert.deepEqual(revisedFigures(withPoints({ value: 5.21 }), { sheet: withPoints({ value: 5.19 }) }), [])
})

const shown = (number: number, standing: object, askedOn = '2020-06-01') => ({ number, body: 'panel', bodyName: 'Panel', askedBy: 'Cllr Otto Lane', askedOn, owner: 'Director', due: '2020-06-20', about: { kind: 'record', words: 'Places' }, text: `Question of ${askedOn}?`, standing }) as unknown as PublicQuestion

test('what was asked and not answered on the day stands beside the figures, and nothing that was withheld since', () => {
  const day = date('2020-07-09')
  const { text: _text, ...bare } = shown(5, { state: 'withheld' }) as unknown as { text: string }
  const questions = [shown(1, { state: 'put' }), shown(2, { state: 'answered', on: '2020-07-09' }), shown(3, { state: 'answered', on: '2021-01-01', firstOn: '2020-07-10' }), shown(4, { state: 'put' }, '2020-07-10'), bare as unknown as PublicQuestion]
  assert.deepEqual(openOn(questions, [], day).map(({ href, state }) => [href, state]), [['/questions/1', 'Not answered yet, due 20 June 2020'], ['/questions/3', 'Not answered yet, due 20 June 2020']])
})

test('of what was asked, only the last meeting before the day and what came since stand beside the figures', () => {
  const action = (reference: number, askedOn: string) => ({ kind: 'action', reference, askedOn, words: 'Bring the figures.', chain: [], address: `/recommendations/${reference}` }) as unknown as Parameters<typeof openOn>[1][number]
  const set = [action(1, '2020-01-10'), action(2, '2020-06-12'), action(3, '2020-06-12'), action(4, '2020-07-17')]
  const put = [shown(1, { state: 'put' }, '2020-05-01'), shown(2, { state: 'put' }, '2020-06-20')]
  assert.deepEqual(openOn(put, set, date('2020-07-09')).map(({ href }) => href), ['/questions/2', '/recommendations/2', '/recommendations/3'])
})

test('what names a measure stands beside the figures until it is answered, however long ago it was asked, and before what names none', () => {
  const action = (reference: number, askedOn: string, words: string, chain: readonly object[] = []) => ({ kind: 'action', reference, askedOn, words, chain, address: `/recommendations/${reference}` }) as unknown as Parameters<typeof openOn>[1][number]
  const old = 'Say why plans  on time fell.'
  const set = [action(1, '2019-01-10', old), action(2, '2020-06-12', 'A map.'), action(3, '2019-01-10', old, [{ what: 'closed', on: '2020-01-01' }]), action(4, '2019-01-10', 'A map of old.'), action(5, '2020-09-01', old)]
  const long = `${'Many words. '.repeat(40)}And of plans on time?`
  const put = [{ ...shown(1, { state: 'put' }, '2019-03-01'), text: long } as unknown as PublicQuestion]
  const found = openOn(put, set, date('2020-07-09'), [{ slug: 'plans', name: 'Plans on time' }, { slug: 'visits', name: 'Visits' }])
  assert.deepEqual(found.map(({ href, about }) => [href, about]), [['/questions/1', ['plans']], ['/recommendations/1', ['plans']], ['/recommendations/2', undefined]])
})

test('an action stands where it stood on the day, whatever came of it since', () => {
  const action = (chain: readonly object[], due?: string) => ({ ...(due === undefined ? {} : { due }), kind: 'action', reference: 7, askedOn: '2020-01-10', words: 'Bring the figures.', chain, address: '/recommendations/7' }) as unknown as Parameters<typeof openOn>[1][number]
  const onDay = (...chain: readonly object[]) => openOn([], [action(chain)], date('2020-07-09')).map(({ state }) => state)
  assert.deepEqual(onDay(), ['Asked'])
  const due = (...chain: readonly object[]) => openOn([], [action(chain, '2023-09-27')], date('2020-07-09')).map(({ state }) => state)
  assert.deepEqual(due(), ['Asked, due 27 September 2023'])
  assert.deepEqual(due({ what: 'progress', on: '2020-02-01' }, { what: 'done', on: '2020-09-08' }), ['In progress'], 'the day may have been agreed with what came later')
  assert.deepEqual(openOn([], [action([])], date('2020-01-09')), [], 'what was asked after the day')
  assert.deepEqual(openOn([], [{ ...action([]), invented: 'everything' }], date('2020-07-09')).map(({ invented }) => invented), ['everything'], 'of an example, that it is made up')
  assert.deepEqual(onDay({ what: 'answered', answer: 'in-part', on: '2020-02-01' }, { what: 'closed', on: '2020-07-10' }), ['Accepted in part'])
  assert.deepEqual(onDay({ what: 'progress', on: '2020-02-01' }, { what: 'corrected', on: '2020-03-01' }), ['In progress'])
  assert.deepEqual(onDay({ what: 'done', on: '2020-02-01' }, { what: 'closed', on: '2020-07-09' }), [])
  assert.deepEqual(onDay({ what: 'closed', on: '2020-02-01' }, { what: 'kept-open', on: '2020-03-01' }), ['Kept open'])
})
