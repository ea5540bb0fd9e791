import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureName } from './picture-name.ts'

test('a name keeps its letters and figures, and nothing that could lead out of its folder or break a text', () => {
  assert.equal(pictureName('Übersicht (final) 2.PNG', 'png', []), 'ubersicht-final-2.png')
  assert.equal(pictureName('../../etc/passwd](x).svg', 'svg', []), 'etc-passwd-x.svg')
  assert.equal(pictureName('圖.jpeg', 'jpeg', []), 'picture.jpg')
})

test('a second picture of the same name gets a number', () => {
  assert.equal(pictureName('plan.png', 'png', ['plan.png', 'plan-2.png']), 'plan-3.png')
})
