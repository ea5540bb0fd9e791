/** Why an address cannot be looked up at all. */
export type AddressFault = 'malformed' | 'too-long'

const longestAddress = 2000

/** What is wrong with the address itself: `%E0%A4%A` is no text, NUL is in no name, and nobody types 2,000 characters. */
export function addressFault(url: string): AddressFault | undefined {
  if (url.length > longestAddress) return 'too-long'
  if (!url.startsWith('/')) return 'malformed'
  if (!url.includes('%')) return undefined
  try {
    return decodeURIComponent(url).includes('\0') ? 'malformed' : undefined
  } catch {
    return 'malformed'
  }
}

/**
 * The address without the slashes at its end (`/bodies/` is `/bodies`), or undefined where there are none. It begins with one slash only, so
 * that it stays on this site.
 */
export function withoutTrailingSlash(url: string): string | undefined {
  const [path = '', ...query] = url.split('?')
  if (path.length < 2 || !path.endsWith('/')) return undefined
  const bare = `/${path.replaceAll(/^[/\\]+|[/\\]+$/g, '')}`
  return [bare, ...query].join('?')
}
