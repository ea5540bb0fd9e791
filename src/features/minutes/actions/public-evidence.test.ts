import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hiddenAddress } from './public-evidence.ts'

const origin = 'https://scrutiny.county.test'
const hidden = (address: string, isPrivate = false) => hiddenAddress(address, { origin, isPrivate })

test('evidence is what anybody can open: a page of this site that is public, or another that is open', () => {
  for (const address of ['/bodies/panel/2023-05-10', '/bodies/panel/2023-05-10/items/3', '/bodies/panel/2023-05-10/minutes#item-3', '/meetings.ics', '/recommendations/3', '/task-groups/buses', '/measures/plans-on-time', '/dashboards/panel/2022-23', `${origin}/forward-plan/3`, 'https://www.county.test/figures?year=2023#table-2', 'https://county.test/a/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b']) {
    assert.equal(hidden(address), undefined, address)
  }
})

test('what stands behind the sign-in is no evidence, however its address is written', () => {
  for (const address of ['/staff', '/staff/meetings', '/%73taff/meetings', '/bodies/../staff/meetings', '/bodies/..%2fstaff', `${origin}/staff/actions/3`, '/sign-in', '/calendars/abc', '/alerts/stop/abc']) {
    assert.match(hidden(address) ?? '', /^The public cannot open this address\. Give a published paper, meeting or minute/, address)
  }
  assert.equal(hidden('/staff/meetings', true), undefined, 'of what was asked in private the evidence may be private')
})

test('an address that is opened by a key in it, or from inside the council alone, is refused with what to give', () => {
  for (const address of ['https://files.test/x?token=abc', 'https://files.test/x?sv=1&sig=abc', 'https://files.test/x?X-Amz-Signature=1', 'https://files.test/x#access_token=1', 'https://files.test/x?s=0123456789abcdef0123456789abcdef01234567', '/meetings?token=1']) {
    assert.match(hidden(address) ?? '', /^This address holds a key \(“.+”\) that opens it to whoever has it/, address)
  }
  assert.match(hidden('https://me:secret@files.test/x') ?? '', /a name or a password/)
  assert.match(hidden('http://files.test/x') ?? '', /begins with https/)
  for (const address of ['https://fileserver/x', 'https://10.0.0.3/x', 'https://[::1]/x', 'https://files.intranet/x', 'https://localhost/x']) assert.match(hidden(address) ?? '', /Nobody outside/, address)
})
