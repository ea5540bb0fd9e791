import { given } from '#core/given.ts'
import { membersOn, type Body } from '#features/bodies'
import type { LocalSettings } from '#features/rules'
import { callInWindow, canBeCalledIn } from '../clock/call-in-window.ts'
import { shortfall } from '../clock/shortfall.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'

/** From what is filled in what a file leaves out. */
interface Sources {
  readonly bodies: ReadonlyMap<string, Body>
  readonly local: LocalSettings
}

/** Fills in what the file leaves out: of an entry that stands what stands, so that a setting of today does not change what was counted once; else what the record of the body and the council's setting give. */
export function filledIn(entry: PlanEntry, standing: PlanEntry | undefined, sources: Sources): PlanEntry {
  return withFinding(withWindow(withMembers(entry, standing, sources), standing, sources), standing, sources)
}

/** A body that decides has its name and its members of the day of the notice from its own record. */
function withMembers(entry: PlanEntry, standing: PlanEntry | undefined, { bodies }: Sources): PlanEntry {
  const maker = entry.decisionMaker
  const body = maker.body === undefined ? undefined : bodies.get(maker.body)
  if (body === undefined || maker.kind !== 'body') return entry
  const stands = standing?.decisionMaker
  const before = stands?.body === maker.body && standing?.noticed === entry.noticed ? stands : undefined
  const onDay = () => membersOn(body.members, entry.noticed ?? entry.expected.from).flatMap(({ person }) => (person === undefined ? [] : [person]))
  return { ...entry, decisionMaker: { ...maker, name: maker.name ?? before?.name ?? body.name, members: maker.members.length > 0 ? maker.members : (before?.members ?? onDay()) } }
}

/** By how much the notice of a decision fell short, where the file gives the reason alone. */
function withFinding(entry: PlanEntry, standing: PlanEntry | undefined, { local }: Sources): PlanEntry {
  const { decision } = entry
  if (decision?.shortfall === undefined || decision.shortfall.finding !== undefined) return entry
  const finding = standing?.decision?.shortfall?.finding ?? shortfall(entry, decision.on, local)
  return { ...entry, decision: { ...decision, shortfall: { ...decision.shortfall, ...given('finding', finding) } } }
}

/** A decision whose window was left out has the one that the council's setting gives. */
function withWindow(entry: PlanEntry, standing: PlanEntry | undefined, { local }: Sources): PlanEntry {
  const { decision } = entry
  if (decision === undefined || decision.window !== undefined || decision.exempt !== undefined || !canBeCalledIn(entry)) return entry
  const before = standing?.decision
  if (before?.published === decision.published) return { ...entry, decision: { ...decision, ...given('window', before.window) } }
  const window = callInWindow(decision.published, local)
  return { ...entry, decision: { ...decision, ...given('window', window.ok ? { closes: window.value.closes, members: window.value.members } : undefined) } }
}
