import { cookie, cookieValue, type Cookie, type CookieJar } from '../sessions/cookies.ts'
import { isSame, newToken, sign } from '../sessions/token.ts'

/** So many accounts are remembered of one browser, the latest; a machine of an office is shared by a few. */
const mostAccounts = 5
const days = 400

interface Jar {
  readonly secretKey: string
  readonly origin: string
  readonly cookies: CookieJar
}

/**
 * The mark of this browser, where somebody has signed in to this account in it; undefined in any other browser. It lets nobody in: wrong guesses of it are counted
 * apart from those of strangers, so that strangers do not keep the owner of the account out. Only we can make it, and for one account it says nothing of another.
 */
export function knownBrowser({ secretKey, origin, cookies }: Jar, email: string): string | undefined {
  const [mark, ...accounts] = (cookieValue('browser', cookies, origin) ?? '').split('.')
  if (mark === undefined || mark === '') return undefined
  const own = accountIn(secretKey, mark, email)
  return accounts.slice(0, mostAccounts).some((one) => isSame(own, one)) ? mark : undefined
}

/** The cookie by which this browser is known from now on as one in which this account was signed in to. It names neither the account nor the person. */
export function rememberBrowser({ secretKey, origin, cookies }: Jar, email: string): Cookie {
  const [held, ...others] = (cookieValue('browser', cookies, origin) ?? '').split('.')
  const mark = held !== undefined && /^[\w-]{43}$/.test(held) ? held : newToken()
  const own = accountIn(secretKey, mark, email)
  const accounts = [own, ...others.filter((one) => one !== own && /^[\w-]{43}$/.test(one))].slice(0, mostAccounts)
  return cookie('browser', [mark, ...accounts].join('.'), days * 24 * 3600, origin)
}

function accountIn(secretKey: string, mark: string, email: string): string {
  return sign(secretKey, 'browser of an account', `${mark} ${email.trim().toLowerCase()}`)
}
