import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date } from '#core/dates.ts'
import { usualTemplate } from '../../templates/body-template.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import type { ListedReport } from './reports-for.ts'
import { reportsTable } from './reports-table.ts'

const report: ListedReport = {
  id: 'paper' as PaperId,
  title: 'School places',
  item: 4,
  isWithheld: false,
  agenda: { status: 'planned', toFollow: false, isWithdrawn: false },
  meeting: { date: date('2026-02-10') },
  bodyName: 'Panel',
  template: usualTemplate('panel'),
  standing: { state: 'writing', clearances: [], openComments: 0 },
  isMine: true,
  toClear: [],
  wasAsked: false,
  hasCommented: false,
}

test('a report is late on the list as it is on its agenda, and not with a day that was over when it was asked for', () => {
  const today = date('2026-01-30')
  const shown = (one: ListedReport) => String(reportsTable('Reports', [one], today))
  assert.match(shown(report), /Draft \d+ days late/)
  assert.match(shown({ ...report, commissionedOn: date('2026-01-28') }), /Its timetable was over when it was asked for/)
  const template = { ...report.template, clearances: [] }
  assert.match(shown({ ...report, template, standing: { ...report.standing, state: 'handed-in', handedInAt: '2026-01-29T09:00:00.000Z' } }), /Ready/)
})

test('of a report whose meeting is over nobody is late, and a withdrawn one says so', () => {
  const shown = (one: ListedReport, today = '2026-02-11') => String(reportsTable('Reports', [one], date(today)))
  assert.match(shown(report), /None: the meeting is over/)
  assert.doesNotMatch(shown(report), /late/)
  const withdrawn = shown({ ...report, agenda: { status: 'agenda-published', toFollow: false, isWithdrawn: true }, standing: { ...report.standing, state: 'handed-in' } }, '2026-02-01')
  assert.match(withdrawn, /Withdrawn/)
  assert.doesNotMatch(withdrawn, /Agenda published/)
})
