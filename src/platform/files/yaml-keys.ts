/** `short-name` in a file is `shortName` in the schema, at every depth. */
export function camelKeys(found: unknown): unknown {
  return withKeys(found, (key) => key.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()))
}

/** The other way round. */
export function hyphenKeys(value: unknown): unknown {
  return withKeys(value, hyphenated)
}

export function hyphenated(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function withKeys(value: unknown, rename: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((part) => withKeys(part, rename))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [rename(key), withKeys(part, rename)]))
}
