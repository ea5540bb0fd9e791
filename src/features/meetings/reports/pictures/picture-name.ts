const longest = 60

/**
 * A name for a picture that Markdown, addresses and files all take: lower-case letters, figures and hyphens of the name that it came with, and a number
 * where the paper has one of that name already.
 */
export function pictureName(given: string, ending: 'png' | 'jpeg' | 'svg', taken: readonly string[]): string {
  const stem = given.replace(/\.[^.]*$/, '').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, longest)
  const base = stem === '' ? 'picture' : stem
  const last = ending === 'jpeg' ? 'jpg' : ending
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? `${base}.${last}` : `${base}-${number}.${last}`
    if (!taken.includes(name)) return name
  }
}
