import type { OpenMeeting } from '../rights/open-reading.ts'

/** Says whose copy it is where it holds what is not public; nothing where it holds only what anybody may read. */
export function personalCopyWords({ right, holdsWithheld }: Pick<OpenMeeting, 'right' | 'holdsWithheld'>): string | undefined {
  if (!holdsWithheld || right.sees === 'public') return undefined
  if (right.sees === 'own-items') return 'Not for publication: this holds papers of yours that are not public. Do not pass them on.'
  return `For ${right.name} only. This holds what is not for publication. Do not pass it on.`
}
