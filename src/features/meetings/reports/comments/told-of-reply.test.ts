import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#access/actor.ts'
import { toldOfReply } from './told-of-reply.ts'

const [ada, ben, fay] = ['ada', 'ben', 'fay'] as [PersonId, PersonId, PersonId]

test('whoever is answered is told of it', () => {
  assert.equal(toldOfReply(ada, [fay], ada), fay)
  assert.equal(toldOfReply(fay, [fay, ada], ada), ada)
  assert.equal(toldOfReply(ben, [fay, ada, fay], ada), fay)
})

test('who adds to their own comment tells the author of the report, and an author who does tells nobody', () => {
  assert.equal(toldOfReply(fay, [fay, fay], ada), ada)
  assert.equal(toldOfReply(ada, [ada], ada), undefined)
  assert.equal(toldOfReply(fay, [fay], undefined), undefined)
})
