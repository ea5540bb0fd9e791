import assert from 'node:assert/strict'
import { test } from 'node:test'
import { childrenNamedIn } from './children-named.ts'
import { slugInWords } from './usual-case.ts'

const found = (text: string) => childrenNamedIn(text, [])

test('a name in small letters or in capitals is found as it is written', () => {
  assert.deepEqual(found('maya brown, a girl aged 9'), ['maya brown'])
  assert.deepEqual(found('we moved maya brown, aged 9.'), ['maya brown'])
  assert.deepEqual(found('AMY BROWN, aged 14'), ['AMY BROWN'])
  assert.deepEqual(found('children moved, aged 9; those placed nearby, aged 14; kinship carers, a girl of 9; Last year, a boy aged 9.'), [])
})

test('a name in an address or in the name of a part is found', () => {
  assert.equal(slugInWords('child=maya-brown-aged-9'), 'child: Maya Brown aged 9')
  for (const slug of ['child=maya-brown-aged-9', 'child=maya-brown', 'girl-of-14-in-pershore', 'reports/maya-brown-aged-9.pdf']) assert.notDeepEqual(found(slugInWords(slug)), [], slug)
  for (const slug of ['sex=girls', 'age=aged-9', 'age=aged-16-to-17', 'child=with-disability', 'ethnicity=black-african', 'government/statistics/children-looked-after-in-england-2019']) assert.deepEqual(found(slugInWords(slug)), [], slug)
})
