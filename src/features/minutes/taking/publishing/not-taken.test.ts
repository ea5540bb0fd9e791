import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { lastTimesOnAgenda, timesOnAgenda } from '#features/meetings'
import { saveSitting } from '../../sitting/save-sitting.ts'
import type { SittingOnFile } from '../../sitting/sitting-file.ts'
import { eachMinutesDesk, may } from '../testing.ts'
import { saveMinute } from '../verbs/save-minute.ts'
import { circulateMinutes } from '../verbs/turns.ts'
import { minutesInWork } from '../work/read-minutes.ts'

eachMinutesDesk(({ store, app, officer, meetingOn, read }) => {
  const at = new Date('2023-07-03T09:00:00Z')
  const subject = 'school-transport'
  const reported = () => read((reader) => timesOnAgenda(reader, [subject], { before: date('2023-06-01'), onlyTaken: true }))

  test('a matter that stood on the agenda and was not taken for want of a quorum was not reported then, once the minutes are circulated', async () => {
    const meeting = await meetingOn(may)
    assert.deepEqual((await reported()).map(({ date: day }) => day), [may])
    const saved = await store().database.write('operator:test', (tx) => {
      const out = [{ from: 2, forInterest: false }]
      const present = ['Cllr Dora Finch', 'Cllr Otto Lane'].map((member, place) => ({ member, remote: false, out: place === 0 ? out : [] }))
      const attendance = { opened: '10:00', closed: '11:00', present, apologies: [], inAttendance: [], educationMatters: [] }
      return saveSitting(tx, meeting, { attendance, declarations: [], whips: [] } as unknown as SittingOnFile, { by: 'test', at })
    })
    assert.ok(saved.ok, JSON.stringify(saved))
    const minuted = await saveMinute(officer(), { meeting, item: 1 }, { text: 'Cllr Lane left after this item.', membersText: '', isPublicExcluded: true, basedOn: 0, at })
    assert.ok(minuted.ok, JSON.stringify(minuted))
    const circulated = await circulateMinutes(officer(), app(), { meeting, basedOn: (await read((reader) => minutesInWork(reader, meeting))).revision })
    assert.ok(circulated.ok, JSON.stringify(circulated))
    assert.deepEqual(await reported(), [])
    const all = await read((reader) => timesOnAgenda(reader, [subject]))
    assert.deepEqual(all.filter(({ date: day }) => day === may).map(({ item, isNotTaken }) => [item, isNotTaken]), [[3, true]])
    const asked = { body: 'panel', ofBody: 3, ofOthers: 3 }
    assert.deepEqual(await read((reader) => lastTimesOnAgenda(reader, [{ subject, before: date('2023-06-01') }], asked)), [])
    const own = await read((reader) => lastTimesOnAgenda(reader, [{ subject, before: date('2023-06-01'), at: may }], asked))
    assert.deepEqual(own.map(({ date: day, isNotTaken }) => [day, isNotTaken]), [[may, true]])
  })
})
