import { countOf } from '#core/count-in-words.ts'
import type { Edition } from '../../commentary/model/commentary.ts'
import type { CheckItem } from './check-item.ts'

/** A person who signed, and in whose name. */
interface Signer {
  readonly name: string
  readonly signed: number
  readonly posts: readonly string[]
}

/** The people whose signatures stand under what is said in a release; what a file brought was signed by nobody here. */
export function signersOf(editions: ReadonlyMap<string, Edition>): readonly Signer[] {
  const signatures = [...editions.values()].flatMap(({ deed, standing, byName }) => (deed === 'signed' && standing.state === 'signed' ? [{ byName, post: standing.signature.by }] : []))
  return [...Map.groupBy(signatures, ({ byName }) => byName)].map(([name, of]) => ({ name, signed: of.length, posts: [...new Set(of.map(({ post }) => post))] }))
}

/** One who signed in the name of several posts: whoever reads it takes it for the word of each. */
export function signerChecks(editions: ReadonlyMap<string, Edition>): readonly CheckItem[] {
  return signersOf(editions)
    .filter(({ posts }) => posts.length > 1)
    .map(({ name, signed, posts }) => ({ kind: 'signed-by-one', message: `${name} signed ${countOf(signed, 'commentaries')} in the name of ${countOf(posts.length, 'posts')}: ${posts.join(', ')}. Ask each post to sign for itself, and somebody else to approve it.` }))
}
