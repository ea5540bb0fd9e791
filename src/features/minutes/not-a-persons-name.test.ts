import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesNobody } from './not-a-persons-name.ts'

const check = namesNobody(['Cllr Dora Finch', 'Marguerite Thornbury', 'Zoë O’Dell'])

test('what is asked is asked of no person, however their name is written', () => {
  for (const words of ['Marguerite Thornbury', ' marguerite  THORNBURY ', 'Dora Finch', 'Councillor Dora Finch', 'Cllr. Dora Finch', 'Zoe O\'Dell', 'Director of Children’s Services (Marguerite Thornbury)', 'Dora Finch, Cabinet Member', 'Cabinet Member – Dora Finch']) {
    assert.match(check(words) ?? '', /is a person’s name. Give the role or the body, e.g. Director of Children’s Services/, words)
  }
})

test('a role, a body and an organisation may be asked, one that bears a person’s name too', () => {
  for (const words of ['Director of Children’s Services', 'Cabinet', 'The Dora Finch School', 'NHS Herefordshire and Worcestershire', '']) assert.equal(check(words), undefined, words)
})
