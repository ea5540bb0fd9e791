import type { CommentaryOut, ReleaseEntry } from '../release.ts'
import type { CheckItem } from './check-item.ts'

/** Whether the owner has confirmed the period; an exception has to be explained besides. Of what was signed before its figure changed `outlived` says so: "signed before the figure was changed from 5,400 to 540". */
export function confirmedChecks({ isConfirmed, commentary, sheet: { definition, judgement } }: Pick<ReleaseEntry, 'isConfirmed' | 'commentary' | 'sheet'>, outlived?: string): readonly CheckItem[] {
  const { name, slug: measure, owner } = definition
  if (judgement.isException && !(isConfirmed && isExplained(commentary))) {
    if (outlived !== undefined) return [{ kind: 'exception-unconfirmed', measure, message: `“${name}” is an exception, and its commentary was ${outlived}. Ask the ${owner} to read it beside the figure as it stands and to sign it again.` }]
    const found = isConfirmed ? 'is confirmed without a word of what happened' : 'has no signed commentary'
    return [{ kind: 'exception-unconfirmed', measure, message: `“${name}” is an exception and ${found}. Ask the ${owner} to say what happened and to sign it.` }]
  }
  if (isConfirmed) return []
  const found = outlived === undefined ? `the ${owner} has not confirmed the period` : `its commentary was ${outlived}. The ${owner} has not confirmed the figure as it stands`
  return [{ kind: 'unconfirmed', measure, message: `“${name}”: ${found}.` }]
}

function isExplained(commentary: ReleaseEntry['commentary']): boolean {
  return commentary !== undefined && commentary.happened.trim() !== ''
}

/** Claims that neither the figures bear nor a reason; and words that their owner sets aside as no claim, for whoever approves to read them. */
export function claimChecks({ commentary, sheet: { definition } }: Pick<ReleaseEntry, 'commentary' | 'sheet'>): readonly CheckItem[] {
  const bare = commentary?.claims.filter(({ verdict, reason }) => verdict !== 'supported' && verdict !== 'no-claim' && reason.trim() === '') ?? []
  const aside = commentary?.claims.filter(({ verdict }) => verdict === 'no-claim') ?? []
  const { name, slug: measure, owner } = definition
  return [
    ...bare.map(({ words, because }): CheckItem => ({ kind: 'claim-unsupported', measure, message: `“${name}” is said to have “${words}”. ${because} Take back the signature, and change the words or give a reason.` })),
    ...aside.map(({ words, reason }): CheckItem => ({ kind: 'claim-set-aside', measure, message: `“${name}”: its owner says that “${words}” is no claim about a measure. The reason: ${reason.trim().replace(/\.$/, '')}. Read the words beside the figure. Where they speak of it, ask the ${owner} to take back the signature.` })),
  ]
}

/** What is said in a commentary, signed or still being written. */
export interface SaidInWords extends Pick<CommentaryOut, 'happened' | 'why' | 'doing' | 'backOnTrack'> {
  readonly claims: readonly { readonly reason?: string | undefined }[]
}

/** Everything that a commentary says in words. */
export function wordsOf({ happened, why, doing, backOnTrack, claims }: SaidInWords): readonly string[] {
  return [happened, why, ...doing.flatMap(({ what, byWhom, byWhen }) => [what, byWhom, byWhen]), backOnTrack, ...claims.map(({ reason = '' }) => reason)]
}
