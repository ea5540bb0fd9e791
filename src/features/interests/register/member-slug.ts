import { createHash } from 'node:crypto'

/** A member’s part of a public address, from the name that bodies know them by: “Cllr Zoë O’Hara-Lloyd” is `cllr-zoe-ohara-lloyd`. */
export function memberSlug(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/g, '').toLowerCase()
  const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  // A name in other letters than ours still has an address of its own.
  return slug === '' ? `member-${createHash('sha256').update(name).digest('hex').slice(0, 12)}` : slug
}
