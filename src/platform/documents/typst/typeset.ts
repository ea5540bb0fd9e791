import type { Outcome } from '#core/outcome.ts'
import { usualLimits, type Told, type Typeset, type TypesetJob, type TypesetLimits } from './typeset-job.ts'
import { TypesetterProcess } from './typesetter-process.ts'

/**
 * Sets a document as PDF/UA-1, in a process of its own that is ended at its limits; it ends itself when this process is gone.
 *
 * Refused: `unavailable` where the machine has no typesetter or a limit is reached, `invalid` where the document cannot be set, such as a
 * picture that cannot be read. Text that no font here can show becomes the mark U+FFFD, as PDF/UA allows no missing letters.
 */
export async function typeset(job: TypesetJob, told: Told = () => {}, limits: TypesetLimits = usualLimits): Promise<Outcome<Typeset>> {
  const typesetter = new TypesetterProcess()
  try {
    return await typesetter.set(job, limits, 0, told)
  } finally {
    typesetter.end()
  }
}
