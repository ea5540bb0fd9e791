import assert from 'node:assert/strict'
import test from 'node:test'
import { slowProgress } from './slow-progress.ts'

test('work that takes under a second says nothing; longer work says the latest, once a second', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const said: string[] = []
  const { progress, forget, end } = slowProgress((line) => said.push(line))
  progress('1 loaded')
  t.mock.timers.tick(900)
  assert.deepEqual(said, [])
  progress('2 loaded')
  t.mock.timers.tick(200)
  t.mock.timers.tick(3000)
  progress('3 loaded')
  t.mock.timers.tick(1000)
  assert.deepEqual(said, ['2 loaded', '3 loaded'])
  progress('overtaken')
  forget()
  t.mock.timers.tick(1000)
  progress('4 loaded')
  end()
  t.mock.timers.tick(1000)
  assert.equal(said.length, 2)
})
