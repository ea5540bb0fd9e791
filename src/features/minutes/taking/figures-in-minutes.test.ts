import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuotedFigures } from '#features/meetings'
import type { Quoted } from '#platform/documents/quoted.ts'
import { minutesImporter } from './import/import-minutes.ts'
import { takingPage } from './pages/taking-page.ts'
import { publishedMinutes } from './public/published-minutes.ts'
import { eachMinutesDesk, june, may } from './testing.ts'
import { saveMinute } from './verbs/save-minute.ts'
import { minutesInWork } from './work/read-minutes.ts'

/** Figures that are revised between one saving and the next. */
let shown = '5.2%'
const figures: QuotedFigures = {
  read: (_reader, marks) => Promise.resolve(new Map(marks.map((mark): [string, Quoted] => [mark, standsFor(mark)]))),
  toAdd: () => Promise.resolve([]),
}

function standsFor(mark: string): Quoted {
  if (mark === 'figures panel q1') return { kind: 'part', blocks: [], about: 'All' }
  if (mark !== 'late q1') return { kind: 'unknown', message: 'No such measure is published.' }
  return { kind: 'words', content: [{ kind: 'link', address: '/measures/late?figure=q1', content: [{ kind: 'text', text: shown }] }], about: 'Late' }
}

eachMinutesDesk(({ officer, meetingOn, read, load, visit }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const save = async (text: string, basedOn = 0) => saveMinute(officer(), { meeting: await meetingOn(june), item: 3 }, { text, membersText: '', isPublicExcluded: undefined, basedOn, at }, figures)
  const kept = async () => {
    const meeting = await meetingOn(june)
    return read(async (reader) => (await minutesInWork(reader, meeting)).minutes.get(3)?.text)
  }

  test('a figure in a minute is written out when the minute is saved, as it is published then, and stays', async () => {
    assert.ok((await save('Late were [[late q1]].')).ok)
    assert.equal(await kept(), 'Late were [5.2%](/measures/late?figure=q1).')
    shown = '[c]'
    assert.ok((await save(`${await kept()} Now [[late q1]].`, 1)).ok)
    assert.equal(await kept(), String.raw`Late were [5.2%](/measures/late?figure=q1). Now [\[c\]](/measures/late?figure=q1).`)
    shown = '5.2%'
  })

  test('a figure that is not published is refused at the minute, and nothing is saved', async () => {
    const before = await kept()
    const refused = await save('Late were [[early q1]]. And [[figures panel q1]].', 2)
    assert.deepEqual(refused.ok ? [] : refused.refusal.faults, [
      { field: 'text-3', message: 'No such measure is published.' },
      { field: 'text-3', message: 'All figures of a period belong into a report, not into this text: take out [[figures panel q1]].' },
    ])
    assert.equal(await kept(), before)
  })

  test('whoever writes minutes is told how a figure is written', async () => {
    const page = await visit(takingPage, { meeting: await meetingOn(june) })
    assert.match(page.kind === 'page' ? page.body.toString() : '', /<code>\[\[plans-on-time 2019-20-q4\]\]<\/code>/)
  })

  const withFigures: typeof minutesImporter = { ...minutesImporter, load: (files, app, progress) => minutesImporter.load(files, { ...app, quotedFigures: figures }, progress) }
  const fromFile = (text: string) => `body: panel\ndate: 2023-05-10\nstate: circulated\ncirculated: 2023-05-20\nminutes:\n  - { item: 3, number: 392, text: '${text}' }\n`

  test('a figure in minutes that are loaded is written out as it is published at that time, and stays; one that is not published is refused by its minute', async () => {
    const refused = await load(fromFile('Late were [[early q1]].'), withFigures)
    assert.deepEqual(refused.ok ? [] : refused.refusal.faults.map(({ file, row, field, message }) => [file, row, field, message]), [['file.yaml', 1, 'minutes[1].text', 'No such measure is published.']])
    assert.ok((await load(fromFile('Late were [[late q1]].'), withFigures)).ok)
    shown = '5.4%'
    const again = await load(fromFile('Late were [[late q1]].'), withFigures)
    assert.deepEqual(again, { ok: true, value: { minutes: 1, published: 0 } })
    const published = await read((reader) => publishedMinutes(reader, 'panel', may))
    assert.match(JSON.stringify(published?.minutes.minutes.find(({ item }) => item === 3)?.blocks), /"address":"\/measures\/late\?figure=q1","content":\[\{"kind":"text","text":"5\.2%"/)
    shown = '5.2%'
  })
})
