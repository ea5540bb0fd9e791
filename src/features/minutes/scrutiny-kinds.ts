import type { BodyKind } from '#features/bodies'

/** The bodies that scrutinise the executive: they serve reports on it, and their members ask for its documents. */
export const scrutinyKinds: ReadonlySet<BodyKind> = new Set<BodyKind>(['scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'task-group'])

/** The bodies on which such a report is served, in the order in which they are offered. */
export const servedKinds: readonly BodyKind[] = ['cabinet', 'council', 'health-and-wellbeing-board', 'partner-body', 'strategic-partnership']
