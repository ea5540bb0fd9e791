import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rulesCommands } from './commands.ts'
import { allRules } from './rules.ts'

const io = { json: true, folder: process.cwd(), say: () => undefined, progress: () => undefined }

async function due(words: readonly string[], options: { list?: boolean } = {}) {
  const [command] = rulesCommands
  assert.ok(command?.needs === 'nothing')
  return command.run({ words, options }, io)
}

async function usageMessage(words: readonly string[]): Promise<string> {
  const found = await due(words)
  assert.ok(!found.ok && 'usage' in found, 'is wrong usage')
  return found.refusal.message
}

test('due agenda-publication 2026-04-14 counts back and gives rule, due, working and citation', async () => {
  const found = await due(['agenda-publication', '2026-04-14'])
  assert.ok(found.ok)
  const json = found.value.json as Record<string, unknown>
  assert.equal(json['rule'], 'agenda-publication')
  assert.equal(json['due'], '2026-04-02')
  assert.match(String(json['citation']), /Local Government Act 1972/)
  assert.equal((json['working'] as string[]).length, 7)
  assert.match(found.value.text, /^Notice of a meeting.*: Thursday 2 April 2026\n/)
})

test('due return-interview 2026-04-14T16:30 is 72 hours later to the minute', async () => {
  const found = await due(['return-interview', '2026-04-14T16:30'])
  assert.ok(found.ok)
  assert.equal((found.value.json as Record<string, unknown>)['due'], '2026-04-17T16:30')
})

test('due key-decision-notice 2026-04-14 names both dates in its first line and in JSON, the safer first', async () => {
  const found = await due(['key-decision-notice', '2026-04-14'])
  assert.ok(found.ok)
  assert.match(
    found.value.text,
    /^Notice of a key decision: Monday 2 March 2026 \(the safer date: weekends and bank holidays left out\), or Monday 16 March 2026 \(weekends and bank holidays counted\)\n/,
  )
  const json = found.value.json as { due: string; other: { due: string }; readings: { due: string; isSafer: boolean }[] }
  assert.deepEqual([json.due, json.other.due], ['2026-03-02', '2026-03-16'])
  assert.deepEqual(json.readings.map(({ due, isSafer }) => [due, isSafer]), [['2026-03-02', true], ['2026-03-16', false]])
})

test('due on a rule without a number answers null and says why', async () => {
  const found = await due(['in-need-review', '2026-04-14'])
  assert.ok(found.ok)
  assert.equal((found.value.json as Record<string, unknown>)['due'], null)
  assert.match(found.value.text, /no date/)
})

test('an unknown rule is wrong usage, with the nearest ids and how to list them', async () => {
  assert.match(await usageMessage(['agenda-publcation', '2026-04-14']), /Did you mean agenda-publication/)
  assert.match(await usageMessage(['conference', '2026-04-14']), /initial-child-protection-conference/)
  assert.match(await usageMessage(['agenda', '2026-04-14']), /due --list/)
  assert.doesNotMatch(await usageMessage(['zzzzzzzzzzzz', '2026-04-14']), /Did you mean/)
})

test('a date that is none is wrong usage, and shows what was typed', async () => {
  assert.match(await usageMessage(['agenda-publication', '2026-02-30']), /"2026-02-30" is not a date/)
  assert.match(await usageMessage(['agenda-publication']), /Name a rule and a date/)
  assert.match(await usageMessage(['return-interview', '2026-04-14']), /the time of day is needed too\. Give it as 2026-04-14T16:30/)
})

test('a date that the rule does not cover is refused, not wrong usage', async () => {
  const found = await due(['agenda-publication', '1999-04-14'])
  assert.ok(!found.ok && !('usage' in found))
})

test('due --list gives every rule by its id', async () => {
  const found = await due([], { list: true })
  assert.ok(found.ok)
  assert.match(found.value.text, /^Meetings and papers\n {2}agenda-publication +5 clear working days before: /)
  for (const { id } of allRules) assert.match(found.value.text, new RegExp(`^ {2}${id} +\\S`, 'm'))
  assert.match(found.value.text, /sign-in-guesses +10 guesses in 5 minutes: /)
  assert.equal((found.value.json as unknown[]).length, allRules.length)
})
