import type { CsrfToken } from '#platform/pages/form.ts'
import { isSame, sign } from './token.ts'

/** The hidden field that every form carries. */
const field = 'token'

type Fields = Readonly<Record<string, string>>

/** The token of the forms of one session; it ends with the session. */
export function sessionFormToken(secretKey: string, sessionHash: string): CsrfToken {
  return { field, value: sign(secretKey, 'form of a session', sessionHash) }
}

/** The token of a form that is filled in before signing in: it must agree with the cookie that was sent with the form. */
export function visitorFormToken(secretKey: string, cookie: string): CsrfToken {
  return { field, value: sign(secretKey, 'form of a visitor', cookie) }
}

export function visitorFormTokenHolds(secretKey: string, cookie: string | undefined, fields: Fields): boolean {
  return cookie !== undefined && isSame(visitorFormToken(secretKey, cookie).value, fields[field] ?? '')
}
