import { given } from '#core/given.ts'
import type { Checked, LastCheck, Standing } from './release-draft.ts'

/** The check that a release was given last, whatever became of it since; undefined before the first. */
export function lastCheck(standing: Standing): LastCheck | undefined {
  return 'checked' in standing ? lastOf(standing.checked) : standing.last
}

/** What stays known of a check once it does not hold any more. */
export function lastOf({ on, reasons, found }: Checked): LastCheck {
  return { on, reasons, ...given('found', found) }
}

/** Put together once more, with why it came back; what was found at the last check and why it was borne stays known. */
export function assemblingAgain(from: Standing, back?: string): Standing {
  return { state: 'assembling', ...given('back', back), ...given('last', lastCheck(from)) }
}
