import { isPaperWithdrawn } from '../../publishing/withdraw.ts'
import type { OpenPaper } from '../rights/open-paper.ts'

/** Whether what a paper says would be in the next version: not where it is withdrawn, nor in a report to follow before it is handed in. */
export function isInNextVersion(paper: Pick<OpenPaper, 'kind' | 'position' | 'isPublicVersion' | 'item'>): boolean {
  const { facts } = paper.item
  if (facts.withdrawn !== undefined || isPaperWithdrawn(paper.item, paper)) return false
  return !(facts.toFollow && paper.kind === 'report' && !paper.isPublicVersion)
}
