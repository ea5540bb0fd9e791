import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonSaid } from './reason-said.ts'

test('that no reason is given is said only where none can have been withheld', () => {
  const said = (was: string, now: string, reason = '') => {
    const { given, instead } = reasonSaid({ was, now, reason })
    return given ?? instead
  }
  assert.equal(said('68.0%', '73.0% [r]', 'Late returns.'), 'Late returns.')
  assert.equal(said('68.0%', '73.0%'), 'No reason is given.')
  assert.match(said('[c]', '12 [r]'), /^The reason that was given is withheld/)
  assert.match(said('12', '[c]'), /^If a reason was given, it is withheld/)
  assert.match(said('[c]', '12'), /^If a reason was given, it is withheld/)
})
