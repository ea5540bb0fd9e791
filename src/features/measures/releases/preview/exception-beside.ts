import type { MeasureSheet } from '../../sheets/sheet.ts'
import type { ReleaseEntry } from '../release.ts'

/**
 * How a measure stands beside the release before: somebody has to look at it first now, did then, or both. Both are read as the public reads them, so that
 * nothing of it tells what is hidden. A measure that was not in the release before is new where it is an exception.
 */
export function exceptionBeside({ judgement: { isException } }: Pick<MeasureSheet, 'judgement'>, before: Pick<ReleaseEntry, 'sheet'> | undefined): ReleaseEntry['exception'] {
  const was = before?.sheet.judgement.isException === true
  if (isException) return was ? 'continuing' : 'new'
  return was ? 'closed' : 'none'
}
