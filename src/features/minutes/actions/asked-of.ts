import type { Asked } from './action.ts'

/** Whom it is asked of as an address word: the body's own, or one made of the name. */
export function askedOfSlug({ name, body }: Asked): string {
  return body ?? (name.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 100) || 'somebody')
}
