import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { commonWords } from './common-passwords.ts'
import { normalisePassword } from './password-hash.ts'

const shortest = 12
const longest = 256

/**
 * Whether somebody may have this password: 12 to 256 characters, any characters, and more in it than common words, their own name or
 * e-mail address, digits and repeats. No expiry, no composition rule (OWASP ASVS 5.0, 6.2). The refusal's fault names the field `password`.
 */
export function checkNewPassword(password: string, owner: { readonly email: string; readonly name: string }): Outcome<string> {
  const long = checkLength(password)
  if (!long.ok) return long
  if (isCommon(password, wordsOf(`${owner.email} ${owner.name}`))) {
    return faulty('Choose a password that is harder to guess: three or four words that have nothing to do with you or the council')
  }
  return long
}

/** The length alone: for the example county, whose accounts are nobody's. */
export function checkLength(password: string): Outcome<string> {
  const length = Array.from(normalisePassword(password)).length
  if (length < shortest) return faulty(`Use at least ${shortest} characters`)
  if (length > longest) return faulty(`Use at most ${longest} characters`)
  return ok(password)
}

function faulty(message: string): Outcome<string> {
  return refuse('invalid', 'This password cannot be used.', [{ field: 'password', message }])
}

/** Words of four letters and more; shorter ones are in every other word. */
function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? []
}

/** Personal and common words, digits and signs are taken away: with next to nothing left, and fewer than three common words, it is too easy. */
function isCommon(password: string, personal: readonly string[]): boolean {
  const plain = normalisePassword(password).toLowerCase()
  if (new Set(plain).size < 5) return true
  return [plain, unswapped(plain)].some((text) => {
    const impersonal = takeAway(text.replaceAll(/[^\p{L}]/gu, ''), personal).left
    const { left, taken } = takeAway(impersonal, commonWords)
    return left.replaceAll(' ', '').length < 4 && taken < 3
  })
}

/** `p@55w0rd` as `password`. */
function unswapped(text: string): string {
  const letters: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's', '!': 'i' }
  return text.replaceAll(/[013457@$!]/g, (sign) => letters[sign] ?? sign)
}

/** What is left without these words, a space where each stood, and how many different ones there were. */
function takeAway(text: string, words: readonly string[]): { left: string; taken: number } {
  let taken = 0
  let left = text
  for (const word of words.toSorted((one, other) => other.length - one.length)) {
    if (!left.includes(word)) continue
    taken += 1
    left = left.replaceAll(word, ' ')
  }
  return { left, taken }
}
