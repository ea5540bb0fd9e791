import type { CsrfToken } from '#platform/pages/form.ts'
import type { AccountId } from '../actor.ts'
import { isSame, sign } from './token.ts'

/** The hidden field that every form carries. */
export const formTokenField = 'token'

type Fields = Readonly<Record<string, string>>

/**
 * The token of the forms of one session; it ends with the session. It names the account and proves by itself that we made it, so that what
 * was typed in a session that is over can be kept for the person who typed it, and a form that another site made up cannot.
 */
export function sessionFormToken(secretKey: string, sessionHash: string, account: AccountId): CsrfToken {
  const own = `${account}.${sign(secretKey, 'form of a session', sessionHash)}`
  return { field: formTokenField, value: `${own}.${sign(secretKey, 'whose form', own)}` }
}

/** Whose session a form was made in, whether or not that session still lives; undefined where we did not make the form. */
export function accountOfForm(secretKey: string, fields: Fields): AccountId | undefined {
  const given = fields[formTokenField] ?? ''
  const own = given.slice(0, Math.max(given.lastIndexOf('.'), 0))
  return isSame(`${own}.${sign(secretKey, 'whose form', own)}`, given) ? (own.split('.')[0] as AccountId) : undefined
}

/** The token of a form that is filled in before signing in: it must agree with the cookie that was sent with the form. */
export function visitorFormToken(secretKey: string, cookie: string): CsrfToken {
  return { field: formTokenField, value: sign(secretKey, 'form of a visitor', cookie) }
}

export function visitorFormTokenHolds(secretKey: string, cookie: string | undefined, fields: Fields): boolean {
  return cookie !== undefined && isSame(visitorFormToken(secretKey, cookie).value, fields[formTokenField] ?? '')
}
