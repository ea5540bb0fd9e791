import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextRevision, type Standing } from './next-revision.ts'
import type { Observation } from '../observation.ts'

const figure = (value: number | undefined, status: Observation['status'], changes: Partial<Observation> = {}): Observation => ({
  measure: 'plans-on-time', area: 'E10000034', breakdown: '', period: '2022-23-q1', numerator: undefined, denominator: undefined, value, status, note: '', reason: '', ...changes,
})
const standing = (...figures: Observation[]): Standing[] => figures.map((one, place) => ({ ...one, revision: place + 1 }))
const turn = (given: Observation, kept: readonly Observation[], because?: string) => {
  const found = nextRevision(given, standing(...kept), because === undefined ? {} : { revisedBecause: because })
  return found.kind === 'next' ? `revision ${found.revision}, ${found.observation.status}` : found.kind === 'refused' ? `refused at ${found.fault.field}` : found.kind
}

test('the first figure is written, and the same again writes nothing', () => {
  assert.equal(turn(figure(5, 'provisional'), []), 'revision 1, provisional')
  assert.equal(turn(figure(5, 'provisional'), [figure(5, 'provisional')]), 'same')
})

test('a provisional figure becomes another one or final without a reason', () => {
  assert.equal(turn(figure(6, 'provisional'), [figure(5, 'provisional')]), 'revision 2, provisional')
  assert.equal(turn(figure(5, 'final'), [figure(5, 'provisional')]), 'revision 2, final')
})

test('a final figure is another only as revised, and never provisional again', () => {
  assert.equal(turn(figure(6, 'final'), [figure(5, 'final')]), 'refused at value')
  assert.equal(turn(figure(6, 'provisional'), [figure(5, 'final')]), 'refused at status')
  assert.equal(turn(figure(6, 'revised', { reason: 'Late returns.' }), [figure(5, 'final')]), 'revision 2, revised')
})

test('a file loaded again after a revision takes nothing back', () => {
  const kept = [figure(5, 'provisional'), figure(5, 'final'), figure(6, 'revised', { reason: 'Late returns.' })]
  for (const given of [figure(6, 'revised', { reason: 'Late returns.' }), figure(6, 'final')]) assert.equal(turn(given, kept), 'same')
  for (const given of [figure(5, 'provisional'), figure(5, 'final')]) assert.equal(turn(given, kept), 'overtaken')
})

test('whoever types a figure may go back to one that stood before', () => {
  const kept = [figure(5, 'provisional'), figure(6, 'provisional')]
  assert.equal(nextRevision(figure(5, 'provisional'), standing(...kept), { isTyped: true }).kind, 'next')
  assert.equal(nextRevision(figure(6, 'provisional'), standing(...kept), { isTyped: true }).kind, 'same')
})

test('whoever types a figure is asked for its reason by the label of the page, and whoever sends a file by its column', () => {
  const said = (given: Observation, isTyped: boolean) => {
    const found = nextRevision(given, standing(figure(5, 'final')), { isTyped })
    return found.kind === 'refused' ? found.fault : assert.fail(found.kind)
  }
  assert.match(said(figure(6, 'final'), true).message, /choose “Revised”, and say why in “Why it is corrected or taken back”\.$/)
  assert.match(said(figure(6, 'provisional'), true).message, /Choose “Revised” .* in “Why it is corrected or taken back”\.$/)
  assert.equal(said(figure(undefined, 'not-available'), true).field, 'reason')
  assert.match(said(figure(6, 'final'), false).message, /say why in the note\.$/)
})

test('what was not available may come, and what came is taken back only with a reason', () => {
  assert.equal(turn(figure(5, 'final'), [figure(undefined, 'not-available')]), 'revision 2, final')
  assert.equal(turn(figure(undefined, 'not-available'), [figure(5, 'final')]), 'refused at note')
  assert.equal(turn(figure(undefined, 'not-available', { note: 'Counted wrongly.' }), [figure(5, 'final')]), 'revision 2, not-available')
})

test('a new note is a revision, and a note left out stays', () => {
  assert.equal(turn(figure(5, 'final', { note: 'Census day moved.' }), [figure(5, 'final')]), 'revision 2, final')
  assert.equal(turn(figure(5, 'final'), [figure(5, 'final', { note: 'Census day moved.' })]), 'same')
})

test('a file may say for all its rows why they differ', () => {
  assert.equal(turn(figure(6, 'final'), [figure(5, 'final')], 'Revised by the Department.'), 'revision 2, revised')
  assert.equal(turn(figure(5, 'final'), [figure(5, 'final')], 'Revised by the Department.'), 'same')
})
