import type { ReleaseEntry } from '../../releases/release.ts'
import type { DashboardView } from './dashboard-view.ts'
import { withoutBefore, worstFirst, wrongWayFirst } from './worst-first.ts'

/** What can be said of measures that no rule judges. */
interface WithoutRule {
  /** What went the wrong way by arithmetic alone. */
  readonly wrongWay: readonly ReleaseEntry[]
  /** What a break parts from all before it. */
  readonly alone: readonly ReleaseEntry[]
}

/** At most so many of a list are named. */
export const nearest = 8

export function withoutRule(entries: readonly ReleaseEntry[]): WithoutRule {
  const untold = entries.filter(({ sheet }) => sheet.judgement.rag === 'none')
  return { wrongWay: wrongWayFirst(untold), alone: withoutBefore(untold) }
}

/** What is judged by its heading and is no exception. */
export function besideExceptions({ headed, exceptions }: Pick<DashboardView, 'headed' | 'exceptions'>): readonly ReleaseEntry[] {
  return headed.flatMap(({ entries }) => entries).filter((entry) => !exceptions.includes(entry))
}

export const amberHeading = 'Amber, and to be looked at next'

/** What is amber and no exception, as chance alone may decide whether its target is met: it comes after all that is judged worse. */
export function amberBeside(view: Pick<DashboardView, 'headed' | 'exceptions'>): readonly ReleaseEntry[] {
  return worstFirst(besideExceptions(view).filter(({ sheet }) => sheet.judgement.rag === 'amber'))
}
