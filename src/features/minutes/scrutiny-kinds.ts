import type { BodyKind } from '#features/bodies'

/** The bodies that scrutinise the executive: they serve reports on it, and their members ask for its documents. */
export const scrutinyKinds: ReadonlySet<BodyKind> = new Set<BodyKind>(['scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'task-group'])
