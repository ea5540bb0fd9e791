import type { RevisedFigure } from '../../releases/release.ts'

/** Why a published figure was revised, or that it is withheld: of a hidden figure the reason goes with it, and whatever is marked as revised was given one. */
export function reasonSaid({ was, now, reason }: Pick<RevisedFigure, 'was' | 'now' | 'reason'>): { readonly given?: string; readonly instead: string; readonly isWithheld: boolean } {
  if (reason.trim() !== '') return { given: reason, instead: '', isWithheld: false }
  if (now.includes('[r]')) return { instead: 'The reason that was given is withheld, since it could tell a hidden number.', isWithheld: true }
  if (was.includes('[c]') || now.includes('[c]')) return { instead: 'If a reason was given, it is withheld with the hidden figure.', isWithheld: true }
  return { instead: 'No reason is given.', isWithheld: false }
}
