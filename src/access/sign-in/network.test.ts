import assert from 'node:assert/strict'
import { test } from 'node:test'
import { network } from './network.ts'

test('an IPv4 address counts by itself, also when it is written as IPv6', () => {
  assert.equal(network('203.0.113.7'), '203.0.113.7')
  assert.equal(network('::ffff:203.0.113.7'), '203.0.113.7')
})

test('all IPv6 addresses of one connection count together, and two connections apart', () => {
  assert.equal(network('2001:db8:1:2::1'), '2001:db8:1:2::/64')
  assert.equal(network('2001:0DB8:0001:0002:ffff:ffff:ffff:ffff'), '2001:db8:1:2::/64')
  assert.equal(network('2001:db8::5'), '2001:db8:0:0::/64')
  assert.equal(network('::1'), '0:0:0:0::/64')
  assert.equal(network('fe80::1%eth0'), 'fe80:0:0:0::/64')
})
