import type { Body, BodyKind } from '#features/bodies'

/** Bodies that scrutinise all the year round: a task group looks into one matter, and working groups of boards and companies scrutinise nothing. */
const scrutinising: ReadonlySet<BodyKind> = new Set<BodyKind>(['scrutiny-board', 'scrutiny-panel', 'health-overview-committee'])

/** Whether a body brings exceptions from the figures to the body above it, or takes those of the bodies below. */
export function doesScrutinise({ kind }: Pick<Body, 'kind'>): boolean {
  return scrutinising.has(kind)
}

/** The bodies to which a panel flags: those that it reports to and that scrutinise; none of a body that does not scrutinise itself. */
export function boardsOf(panel: Body, bodies: ReadonlyMap<string, Body>): Body[] {
  if (!doesScrutinise(panel)) return []
  return panel.reportsTo.flatMap(({ body }) => {
    const board = bodies.get(body)
    return board !== undefined && doesScrutinise(board) ? [board] : []
  })
}
