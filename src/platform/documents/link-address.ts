const longestAddress = 2000

/**
 * The address if a document may link to it: `http`, `https`, `mailto`, or a page of this site (`/bodies/cabinet`).
 * Undefined for everything else: scripts, data, other sites disguised as paths, sign-in details in the address.
 */
export function safeAddress(address: string): string | undefined {
  if (address.length > longestAddress || /[\s\\"<>`]/.test(address)) return undefined
  if (address.startsWith('/')) return address.startsWith('//') ? undefined : address
  if (/^mailto:/i.test(address)) return /^mailto:[^@?]+@[^@?]+$/i.test(address) ? address : undefined
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
  const { username, password } = new URL(address)
  return username === '' && password === '' ? address : undefined
}
