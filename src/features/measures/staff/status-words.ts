import type { Html } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import type { Status } from '../observations/observation.ts'

/** How sure a figure is, as people at work say it. */
export const statusWords: Readonly<Record<Status, string>> = {
  provisional: 'Provisional',
  final: 'Final',
  revised: 'Revised',
  'not-available': 'Not available',
  'not-applicable': 'Not applicable',
}

const meanings: Readonly<Record<Status, Meaning>> = { provisional: 'coming', final: 'neutral', revised: 'caution', 'not-available': 'withheld', 'not-applicable': 'withheld' }

export function figureStatus(status: Status): Html {
  return statusTag(statusWords[status], meanings[status])
}
