import type { Restricted } from './pack-content.ts'

const law = 'Local Government Act 1972'

/** Of which law papers are withheld: `exempt information (Local Government Act 1972, Schedule 12A, Part 1, paragraph 3)`. */
function ground(restricted: Restricted): string {
  return restricted.state === 'confidential'
    ? `confidential information (${law}, section 100A(2))`
    : `exempt information (${law}, Schedule 12A, Part 1, paragraph ${restricted.paragraph})`
}

function reasonOf(restricted: Restricted): string {
  return restricted.state === 'exempt' ? ` ${restricted.reason}` : ''
}

/** Where the papers are that the public may not read. */
type Whereabouts = 'left out' | 'in the exempt part' | 'not handed in'

const whereabouts: Readonly<Record<Whereabouts, string>> = {
  'left out': 'This pack leaves them out.',
  'in the exempt part': 'They are for members only, in the exempt part.',
  'not handed in': 'They are for members only, and not in this pack.',
}

/** What the agenda says of papers that the public may not read. */
export function withheldInAgenda(restricted: Restricted, where: Whereabouts): string {
  const papers = (restricted.open ?? []).length > 0 ? 'some papers, or parts of them, hold' : 'the papers hold'
  return `Not for publication: ${papers} ${ground(restricted)}. ${whereabouts[where]}${reasonOf(restricted)}`
}

/** What stands above each paper of the exempt part. */
export function withheldOnPaper(restricted: Restricted): string {
  return `This paper holds ${ground(restricted)}.${reasonOf(restricted)}`
}

/** What the cover says of a copy with these in its exempt part; nothing where it has none. */
export function confidentialOnCover(states: readonly Restricted['state'][]): string | undefined {
  const kinds = (['exempt', 'confidential'] as const).filter((kind) => states.includes(kind))
  return kinds.length === 0 ? undefined : `CONFIDENTIAL: contains ${kinds.join(' and ')} information`
}

/** What stands above a paper of which the public reads a part. */
export function redactedOnPaper(paragraph: number): string {
  return `Parts of this paper are withheld as exempt information (${law}, Schedule 12A, Part 1, paragraph ${paragraph}).`
}
