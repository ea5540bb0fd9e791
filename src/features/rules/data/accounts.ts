import type { RuleRows } from '../rule.ts'

const citations = ['This product’s own security rules']

/** Rules of the product about whoever signs in; they are in no statute and have no first day. */
export const accounts = {
  'sign-in-guesses': {
    title: 'Guesses at a password',
    versions: [
      {
        citations,
        confidence: 'product',
        startEvent: 'the first wrong password',
        stopEvent: 'another attempt to sign in',
        limit: { kind: 'none', inShort: '10 guesses in 5 minutes', because: 'Not a due date: after 10 guesses in 5 minutes the next has to wait. Signing in enforces it.' },
        exceptions: [],
        isLocal: false,
        notes: [],
      },
    ],
  },
  'unused-account': {
    title: 'Closing an account that is not used',
    versions: [
      {
        citations,
        confidence: 'local',
        startEvent: 'the last sign-in',
        stopEvent: 'disabling of the account',
        limit: { kind: 'none', inShort: '90 days without use', because: 'There is no national period. This site closes an account after 90 days without use.' },
        exceptions: [],
        isLocal: true,
        notes: [],
      },
    ],
  },
} satisfies RuleRows
