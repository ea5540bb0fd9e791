import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeAddress } from './link-address.ts'

test('a document may link to the web, to a mailbox and to a page of this site', () => {
  for (const address of ['https://example.org/a_b?c=1#d', 'http://example.org', 'HTTPS://EXAMPLE.ORG', 'mailto:scrutiny@example.test', '/bodies/cabinet', '/']) {
    assert.equal(safeAddress(address), address)
  }
})

test('a document may not link to scripts, data, files, other sites disguised as paths, or with sign-in details', () => {
  const hostile = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org',
    '/\\example.org',
    'https://officer:secret@example.org/',
    'https://',
    'https://exa mple.org',
    'mailto:a@b?bcc=c@d',
    'example.org',
    '',
    '#para-1',
    `https://example.org/${'a'.repeat(3000)}`,
  ]
  for (const address of hostile) assert.equal(safeAddress(address), undefined, address.slice(0, 40))
})
