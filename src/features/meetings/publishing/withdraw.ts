import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { MeetingsApp } from '../meetings-app.ts'
import type { ItemFacts, ItemInWork } from '../work/meeting-in-work.ts'
import { changeItem, type ItemSeen } from './change-item.ts'

const longestReason = 1000

/** The end of a paper's address, by which an item names its withdrawn papers. */
export function paperName(paper: Pick<ItemInWork['papers'][number], 'kind' | 'position' | 'isPublicVersion'>): string {
  if (paper.isPublicVersion) return 'public-version'
  return paper.kind === 'report' ? 'report' : `appendix-${paper.position}`
}

/** Whether this paper of the item is withdrawn by itself. */
export function isPaperWithdrawn({ facts }: Pick<ItemInWork, 'facts'>, paper: Parameters<typeof paperName>[0]): boolean {
  return facts.withdrawnPapers?.some((one) => one.paper === paperName(paper)) === true
}

/** What is withdrawn: the item with all its papers, or one of them. */
export interface Withdrawal {
  readonly what: string
  /** The public reads it. */
  readonly reason: string
}

/** Withdraws an item, or one paper of it, after it was published: it stays on the agenda with the reason, and its papers are not in the next version. */
export function withdraw(context: Context, app: MeetingsApp, seen: ItemSeen, { what, reason }: Withdrawal): Promise<Outcome<void>> {
  return changeItem(context, app, seen, 'withdraw', (item) => {
    if (reason === '') return refuse('invalid', '', [{ field: 'reason', message: 'Give the reason: members and the public read it' }])
    if (reason.length > longestReason) return refuse('invalid', '', [{ field: 'reason', message: `Shorten the reason to ${longestReason} characters` }])
    if (what === 'item') return item.facts.withdrawn === undefined ? ok({ ...item.facts, withdrawn: reason }) : refuse('not-now', 'This item is withdrawn already.')
    const paper = item.papers.find((one) => paperName(one) === what)
    if (paper === undefined) return refuse('invalid', '', [{ field: 'what', message: 'Choose what is withdrawn' }])
    return ok({ ...item.facts, withdrawnPapers: [...others(item.facts, what), { paper: what, reason }] })
  })
}

/** Takes a withdrawal back: the next version has the item or the paper again. */
export function reinstate(context: Context, app: MeetingsApp, seen: ItemSeen, what: string): Promise<Outcome<void>> {
  return changeItem(context, app, seen, 'reinstate', ({ facts }) => {
    const { withdrawn, withdrawnPapers, ...rest } = facts
    if (what === 'item') return ok({ ...rest, ...(withdrawnPapers === undefined ? {} : { withdrawnPapers }) })
    const left = others(facts, what)
    return ok({ ...rest, ...(withdrawn === undefined ? {} : { withdrawn }), ...(left.length === 0 ? {} : { withdrawnPapers: left }) })
  })
}

function others({ withdrawnPapers = [] }: ItemFacts, what: string) {
  return withdrawnPapers.filter((one) => one.paper !== what)
}
