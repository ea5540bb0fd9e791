import assert from 'node:assert/strict'
import { test } from 'node:test'
import { articleFault, isSamePost, withoutArticle } from './post.ts'

test('a post is given and printed without its article', () => {
  assert.equal(articleFault(' The Director of Children’s Services'), 'Give the post without “The”: Director of Children’s Services')
  assert.equal(articleFault('Assistant Director'), undefined)
  assert.deepEqual(['the  Head of Care', 'A director', 'Theatre manager'].map(withoutArticle), ['Head of Care', 'director', 'Theatre manager'])
})

test('a post is the same however it is written', () => {
  assert.ok(isSamePost('The director of children\'s  services', 'Director of Children’s Services'))
  assert.ok(!isSamePost('Director', 'Deputy Director'))
})
