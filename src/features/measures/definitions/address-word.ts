/** Addresses of the list of measures that no measure can have. */
export const takenWords: readonly string[] = ['new', 'load']

/** What an address can hold, with a period and a part behind it. */
export const longestWord = 100

/** The address word that a name makes: `plans-on-time` of "Plans on time"; empty where it holds neither letter nor figure. */
export function addressWord(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[’'\p{M}]/gu, '').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').slice(0, 80).replaceAll(/^-+|-+$/g, '')
}
