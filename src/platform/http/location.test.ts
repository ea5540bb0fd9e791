import assert from 'node:assert/strict'
import { test } from 'node:test'
import { locationOf } from './location.ts'

test('an address is sent on as it stands, with only what no header may hold encoded', () => {
  assert.equal(locationOf('/sign-in?next=%2Fstaff%2Fa%20b&x=1#part'), '/sign-in?next=%2Fstaff%2Fa%20b&x=1#part')
  assert.equal(locationOf('/bodies/café 😀?q=100%'), '/bodies/caf%C3%A9%20%F0%9F%98%80?q=100%')
  assert.equal(locationOf('/a\r\nset-cookie: x'), '/a%0D%0Aset-cookie:%20x')
  assert.equal(locationOf('/\ud800'), '/%EF%BF%BD')
})
