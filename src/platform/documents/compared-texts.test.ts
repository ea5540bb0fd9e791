import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesHtml } from '#platform/pages/differences.ts'
import { comparedTexts } from './compared-texts.ts'

const six = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']

test('a changed word is found in its paragraph, whatever stands round it', () => {
  const [same, changed, ...rest] = comparedTexts('One.\n\nThe budget is 12 pounds.\n\nThree.', 'One.\n\nThe budget is 13 pounds.\r\n\r\nThree.')
  assert.deepEqual(same, { kind: 'same', parts: [{ kind: 'same', text: 'One.' }] })
  assert.deepEqual(changed, {
    kind: 'changed',
    parts: [
      { kind: 'same', text: 'The budget is ' },
      { kind: 'removed', text: '12' },
      { kind: 'added', text: '13' },
      { kind: 'same', text: ' pounds.' },
    ],
  })
  assert.equal(rest.length, 1)
})

test('a figure goes and comes whole, with its currency, point and unit', () => {
  const [changed] = comparedTexts('It costs £109.1m, or 4.6%.', 'It costs £109.4m, or 4.6%.')
  assert.deepEqual(changed?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text), ['£109.1m', '£109.4m'])
})

test('added and removed paragraphs stand where they stood, and a paragraph that is wholly another is both', () => {
  const kinds = (before: string[], after: string[]) => comparedTexts(before.join('\n\n'), after.join('\n\n')).map((change) => `${change.kind} ${change.parts[0]?.text}`)
  assert.deepEqual(kinds(['A', 'B'], ['A', 'New', 'B']), ['same A', 'added New', 'same B'])
  assert.deepEqual(kinds(['A', 'Old words', 'B'], ['A', 'B']), ['same A', 'removed Old words', 'same B'])
  assert.deepEqual(kinds(['A', 'Roads and bridges', 'B'], ['A', 'Children first', 'B']), ['same A', 'removed Roads and bridges', 'added Children first', 'same B'])
  assert.deepEqual(comparedTexts('', ''), [])
})

test('every word of both versions is told, even in texts too different or too long to compare by words', () => {
  const text = (salt: number, length: number) => Array.from({ length }, (_, index) => `Paragraph ${(index * salt) % 977} of ${salt} words ${'x '.repeat(index % 7)}`).join('\n\n')
  const pairs = [[text(31, 3000), text(37, 3000)], [text(1, 2), 'a b c '.repeat(20_000)], ['a b c '.repeat(20_000), 'a c d '.repeat(20_000)], ['a'.repeat(300_000), `${'a'.repeat(299_999)}b`]]
  for (const [before = '', after = ''] of pairs) {
    const started = performance.now()
    const changes = comparedTexts(before, after)
    assert.ok(performance.now() - started < 3000, `${Math.round(performance.now() - started)} ms`)
    const words = (left: 'added' | 'removed') => changes.map((change) => change.parts.map((part) => (part.kind === left ? '' : part.text)).join('')).join('').replaceAll(/\s+/g, '')
    assert.equal(words('added'), before.replaceAll(/\s+/g, ''))
    assert.equal(words('removed'), after.replaceAll(/\s+/g, ''))
  }
})

test('differences are marked by element and by hidden words, and whatever was typed is text', () => {
  const written = String(differencesHtml(comparedTexts('The <b>old</b> way is this.', 'The <i>new</i> way is this.')))
  assert.match(written, /<del class="gt-removed"><span class="govuk-visually-hidden">removed: <\/span>/)
  assert.match(written, /<ins class="gt-added"><span class="govuk-visually-hidden">added: <\/span>/)
  assert.doesNotMatch(written, /<b>|<i>/)
})

test('long unchanged stretches are folded, with one paragraph left beside each change; equal texts are said to be the same', () => {
  const long = [...six, 'Seven.', 'Eight.']
  const written = String(differencesHtml(comparedTexts(long.join('\n\n'), ['New.', ...long, 'End.'].join('\n\n'))))
  assert.match(written, /6 paragraphs without a change/)
  const [, , afterFold = ''] = written.split(/<details|<\/details>/)
  assert.match(written.split('<details')[0] ?? '', /New\..*One\./s)
  assert.match(afterFold, /Eight\..*End\./s)
  assert.match(String(differencesHtml(comparedTexts('A', 'A'))), /are the same/)
})
