const mediaTypes: Readonly<Record<string, string>> = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg' }

/** What kind of picture a file name promises; undefined for kinds that cannot be published. */
export function mediaTypeOf(name: string): string | undefined {
  return mediaTypes[name.split('.').at(-1)?.toLowerCase() ?? '']
}
