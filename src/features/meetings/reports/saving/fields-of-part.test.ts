import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsOfPart } from './fields-of-part.ts'

const closing = (entry: string) => fieldsOfPart('closing', { supportingInformation: [entry], contactPoints: [] })

test('an entry of several lines is shown on one line', () => {
  assert.deepEqual(closing('The plan \n\n of  2023\n and its map')[0], ['supporting-information', 'The plan of  2023 and its map'])
})

test('a long run of blanks is gone through once', () => {
  const seconds = (length: number) => {
    const entry = `a${' '.repeat(length)}b`
    const begun = performance.now()
    closing(entry)
    return performance.now() - begun
  }
  seconds(1000)
  assert.ok(seconds(200_000) < 30 * Math.max(seconds(20_000), 0.5))
})
