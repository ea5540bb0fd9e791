import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSamePost, postFault, withoutArticle } from './post.ts'

test('a post is given and printed without its article', () => {
  assert.equal(postFault(' The Director of Children’s Services'), 'Give the post without “The”: Director of Children’s Services')
  assert.equal(postFault('Assistant Director'), undefined)
  assert.deepEqual(['the  Head of Care', 'A director', 'Theatre manager'].map(withoutArticle), ['Head of Care', 'director', 'Theatre manager'])
})

test('a post says of no children how many they are; a number of its area or of homes is nobody’s', () => {
  for (const post of ['Head of Care, for the 2 boys', 'Director (three young people)', 'Lead for four siblings and 1 other child']) assert.equal(postFault(post), 'Give the post alone, without a number of children', post)
  for (const post of ['Head of Localities 2 and 3', 'Manager of two children’s homes', 'Head of Key Stage 2 Pupils', 'Team Manager, Locality 3 Families First', 'Lead for Areas 2 and 3 children', 'Service Manager, Children in Need Team 1']) assert.equal(postFault(post), undefined, post)
})

test('a post is the same however it is written', () => {
  assert.ok(isSamePost('The director of children\'s  services', 'Director of Children’s Services'))
  assert.ok(!isSamePost('Director', 'Deputy Director'))
})
