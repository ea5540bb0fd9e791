import { formatDay } from '#core/date-words.ts'
import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { publishedBodies, type Body } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { keyDecisions, type KeyDecisions } from '#features/rules'
import { needsNotice } from '../clock/may-decide.ts'
import { addEntry, changeEntry } from '../deeds/change-entry.ts'
import { tellingWhoAgreed } from '../deeds/tell-fallen.ts'
import { noEntry, turnEntry } from '../deeds/turn-entry.ts'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { setPapersSoon } from '../papers/set-papers.ts'
import { entryInWork, type KeptEntry } from '../store/keep-entry.ts'
import { seenIn, workAddress } from './deed-page.ts'
import { entryForm } from './entry-form.ts'
import { readEntry, typedEntry, usualValues, valuesOfEntry } from './entry-values.ts'

/** `/staff/forward-plan/new` */
export const newEntryPage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/new',
  show: (request) => showForm(request),
  submit: async (request, app) => {
    const facts = readEntry(typedEntry(request.form))
    const added = await addEntry(request.context, app, facts)
    if (added.ok) return { kind: 'moved', to: `${workAddress(added.value.reference)}?done=added` }
    return isHere(added.refusal) ? showForm(request, added.refusal) : { kind: 'refused', refusal: added.refusal }
  },
}

/** `/staff/forward-plan/:reference/edit` */
export const editEntryPage: StaffPage<MeetingsApp> = {
  path: '/staff/forward-plan/:reference/edit',
  show: (request) => showForm(request),
  submit: async (request, app) => {
    const seen = seenIn(request)
    const values = typedEntry(request.form)
    const facts = readEntry(values, seen.reference)
    const change = { change: values['change'] ?? '', reason: values['change-reason'] ?? '' }
    const changed = await turnEntry(request.context, app, seen, 'forward-plan.edit', facts.ok ? tellingWhoAgreed(changeEntry(facts.value, change), request.origin) : () => facts)
    if (changed.ok) setPapersSoon(request.context, app)
    if (changed.ok) return { kind: 'moved', to: `${workAddress(seen.reference)}?done=saved` }
    return isHere(changed.refusal) ? showForm(request, changed.refusal) : { kind: 'refused', refusal: changed.refusal }
  },
}

function isHere({ kind }: Refusal): boolean {
  return kind === 'invalid' || kind === 'conflict' || kind === 'not-now'
}

interface Found {
  readonly kept: KeptEntry | undefined
  readonly bodies: readonly Body[]
  readonly thresholds: KeyDecisions
}

async function showForm(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const reference = request.params['reference']
  const found = await look(request.context, { verb: 'forward-plan.edit', subject: { kind: 'plan-entry', id: (reference ?? 'new').slice(0, 100) } }, async (reader): Promise<Outcome<Found>> => {
    const kept = reference === undefined ? undefined : await entryInWork(reader, reference)
    if (reference !== undefined && kept === undefined) return noEntry
    return ok({ kept, bodies: await publishedBodies(reader), thresholds: await keyDecisions(reader) })
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { kept, bodies, thresholds } = found.value
  const stands = kept === undefined ? usualValues : valuesOfEntry(kept.entry)
  const current = kept?.revision ?? 0
  // Beside what somebody else saved, what is typed rests on that; for faults of its own it rests on what it was opened with.
  const revision = refusal === undefined || refusal.kind === 'conflict' ? current : request.form.whole('revision')
  return {
    kind: 'page',
    title: kept === undefined ? 'New entry of the forward plan' : `Change: ${kept.entry.matter}`,
    crumbs: [{ text: 'Forward plan', href: '/staff/forward-plan' }, ...(kept === undefined ? [] : [{ text: kept.entry.matter, href: workAddress(kept.entry.reference) }])],
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
    hasFaults: refusal !== undefined,
    body: html`${refusal && faultSummary(refusal)}${entryForm({ action: request.path, token: request.session.formToken, values: refusal === undefined ? stands : typedEntry(request.form), revision, refusal, bodies, thresholds: thresholdWords(thresholds), noticed: kept && noticedWords(kept.entry), entry: kept?.entry })}`,
  }
}

function noticedWords(entry: PlanEntry): string | undefined {
  if (entry.noticed === undefined || !needsNotice(entry)) return undefined
  return `Its notice of ${formatDay(entry.noticed)} stays as it was published. Another matter, another decision-maker or an earlier day needs a new notice: you are asked before anything is saved.`
}

function thresholdWords({ spend, saving, divisions }: KeyDecisions): string {
  const parts = [
    ...(spend === undefined ? [] : [`it spends £${spend.toLocaleString('en-GB')} or more`]),
    ...(saving === undefined ? [] : [`it saves £${saving.toLocaleString('en-GB')} or more`]),
    ...(divisions === undefined ? [] : [`it affects ${divisions} electoral divisions or more`]),
  ]
  return parts.length === 0 ? 'The council has set no thresholds: say why a decision is key.' : `In this council a decision is key where ${parts.join(', or ')}.`
}
