/** A cookie to set, in the shape that the web door's cookie plugin takes. `maxAge` in seconds; 0 takes the cookie away. */
export interface Cookie {
  readonly name: string
  readonly value: string
  readonly options: { readonly path: '/'; readonly httpOnly: true; readonly sameSite: 'lax'; readonly secure: boolean; readonly maxAge: number }
}

export type CookieJar = Readonly<Record<string, string | undefined>>

/** `session`: who is signed in. `form`: binds the sign-in form to this browser. `sign-on`: a single sign-on under way. `browser`: who has signed in here before. */
type CookieKind = 'session' | 'form' | 'sign-on' | 'browser'

/**
 * Over https the name begins `__Host-`, so that no other site of the same domain can set it; browsers refuse that prefix over plain http,
 * which is for this machine alone. Lax, not strict: the way back from the identity provider, and links in e-mails, must find the session.
 */
export function cookie(kind: CookieKind, value: string, maxAge: number, origin: string): Cookie {
  return { name: cookieName(kind, origin), value, options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(origin), maxAge } }
}

export function cookieValue(kind: CookieKind, jar: CookieJar, origin: string): string | undefined {
  return jar[cookieName(kind, origin)]
}

function cookieName(kind: CookieKind, origin: string): string {
  return `${isSecure(origin) ? '__Host-' : ''}golden-thread-${kind}`
}

function isSecure(origin: string): boolean {
  return origin.startsWith('https:')
}
