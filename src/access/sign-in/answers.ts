import type { Refusal, RefusalKind } from '#core/outcome.ts'
import { csrfInput, type CsrfToken } from '#platform/pages/form.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { button } from '#platform/pages/components/button.ts'
import { cookie, cookieValue, type Cookie } from '../sessions/cookies.ts'
import { visitorFormToken, visitorFormTokenHolds } from '../sessions/form-token.ts'
import { newToken } from '../sessions/token.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

const status: Record<RefusalKind, 400 | 403 | 404 | 429 | 503> = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 400,
  'not-now': 429,
  unavailable: 503,
}

export function pageAnswer(title: string, body: Html, refusal: Refusal | undefined, cookies: readonly Cookie[] = []): SignInAnswer & { readonly kind: 'page' } {
  return { kind: 'page', status: refusal === undefined ? 200 : status[refusal.kind], title, body, hasFaults: refusal !== undefined, cookies }
}

/** Somebody is in: their session's cookie, and the page they were after. */
export function signedIn(door: SignInDoor, visit: Visit, token: string, to: string): SignInAnswer {
  return { kind: 'moved', to, cookies: [cookie('session', token, door.sessions.absoluteHours * 3600, visit.origin)] }
}

/** The token for a form that is shown before signing in, and the cookie that it must come back with. */
export function visitorForm(door: SignInDoor, visit: Visit): { token: CsrfToken; cookies: readonly Cookie[] } {
  const held = cookieValue('form', visit.cookies, visit.origin) ?? newToken()
  return { token: visitorFormToken(door.secretKey, held), cookies: [cookie('form', held, 12 * 3600, visit.origin)] }
}

export function comesFromOurForm(door: SignInDoor, visit: Visit): boolean {
  return visitorFormTokenHolds(door.secretKey, cookieValue('form', visit.cookies, visit.origin), visit.fields)
}

/** Said where a form was not ours, was open for too long, or the browser keeps no cookies. */
export const staleForm: Refusal = {
  kind: 'not-allowed',
  message: 'This form had been open for too long, or your browser does not keep cookies. Fill it in again.',
  faults: [],
}

export function form(action: string, token: CsrfToken, fields: Piece, submit: string): Html {
  const send = button({ text: submit, preventDoubleClick: true })
  return html`<form method="post" action="${action}" novalidate>${csrfInput(token)}${fields}${send}</form>`
}

/** A page of the staff site to go on to; anything else, another site above all, is not followed. */
export function pageAfter(next: string | null | undefined): string {
  return next !== null && next !== undefined && /^\/staff([/?][\w/.~%?&=+-]*)?$/.test(next) && !next.includes('..') ? next : '/staff'
}
