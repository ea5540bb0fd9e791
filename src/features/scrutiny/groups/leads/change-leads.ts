import { isDeepStrictEqual } from 'node:util'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import { act, type Context } from '#access/act.ts'
import { publishedBodies, type Body } from '#features/bodies'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { cleanText } from '#platform/documents/clean-text.ts'
import { newFaults } from '../doors/new-faults.ts'
import { takeTurn } from '../doors/take-turn.ts'
import { keptLeads, saveLeads } from './keep-leads.ts'
import { leadFaults } from './lead-faults.ts'
import { leadMembers, type LeadMembers } from './lead-members.ts'

export const leadFields = ['area', 'role', 'follows', 'person', 'from'] as const
export type TypedLead = Readonly<Record<(typeof leadFields)[number], string>>

/** The list that an officer had before them. */
export interface LeadsSeen {
  readonly body: string
  readonly revision: number
}

type Change = (leads: LeadMembers, bodies: readonly Body[]) => Outcome<LeadMembers>

/** Adds somebody who leads for an area of a body from a day on. Refused while somebody else leads for it. The public reads it at once. */
export function addLead(context: Context, app: Pick<MeetingsApp, 'now'>, seen: LeadsSeen, typed: TypedLead): Promise<Outcome<void>> {
  return change(context, app, seen, (leads, bodies) => {
    const line = (field: keyof TypedLead) => cleanText(typed[field]).replaceAll(/\s+/g, ' ').trim()
    const from = parseTypedDay(typed.from)
    const faults: Fault[] = from === undefined ? [{ field: 'from', message: 'Give the first day, as 2023-07-07 or 7 July 2023' }] : []
    if (line('area') === '') faults.unshift({ field: 'area', message: 'Give the area' })
    if (from === undefined || faults.length > 0) return refuse('invalid', '', faults)
    const added = { area: line('area'), from, ...filled('role', line('role')), ...filled('follows', typed.follows), ...filled('person', line('person')) }
    const parsed = checked({ ...leads, areas: [...leads.areas, added] }, 'area')
    const one = parsed.ok ? parsed.value.areas.at(-1) : undefined
    return leads.areas.some((area) => isDeepStrictEqual(area, one)) ? ok(leads) : held(parsed, leads, bodies, (field) => field.split('.').at(-1) ?? '')
  })
}

/** Ends what stands at this place of the list on a day, which still counts. */
export function endLead(context: Context, app: Pick<MeetingsApp, 'now'>, seen: LeadsSeen, place: number, typedDay: string): Promise<Outcome<void>> {
  return change(context, app, seen, (leads, bodies) => {
    const to = parseTypedDay(typedDay)
    const one = leads.areas[place]
    if (one === undefined) return refuse('invalid', '', [{ field: 'place', message: 'Choose whose time ends' }])
    if (to === undefined) return refuse('invalid', '', [{ field: 'to', message: 'Give the last day, as 2023-07-07 or 7 July 2023' }])
    return held(checked({ ...leads, areas: leads.areas.map((area, at) => (at === place ? { ...one, to } : area)) }, 'to'), leads, bodies, () => 'to')
  })
}

/** Sets how many days before a meeting the updates are due. */
export function setUpdateDays(context: Context, app: Pick<MeetingsApp, 'now'>, seen: LeadsSeen, typed: string): Promise<Outcome<void>> {
  return change(context, app, seen, (leads) => checked({ ...leads, updateDays: /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN }, 'update-days'))
}

/** Saves what a form makes of the list. What stands already as the form says it is taken: the form was sent twice. */
function change(context: Context, app: Pick<MeetingsApp, 'now'>, { body, revision }: LeadsSeen, work: Change): Promise<Outcome<void>> {
  return act(context, { verb: 'groups.edit', subject: { kind: 'lead-members', id: body.slice(0, 200) } }, async (tx) => {
    await takeTurn(tx, context)
    const bodies = await publishedBodies(tx.reader)
    if (!bodies.some(({ slug }) => slug === body)) return noBody
    const kept = await keptLeads(tx.reader, body)
    const changed = work(kept.leads, bodies)
    if (!changed.ok) return changed
    if (isDeepStrictEqual(changed.value, kept.leads)) return ok(undefined)
    const by = context.actor.kind === 'person' ? context.actor.name : 'The command line'
    const isSaved = kept.revision === revision && (await saveLeads(tx, changed.value, revision, { by, at: instantOf(context.today, app.now()) }))
    return isSaved ? ok(undefined) : refuse('conflict', `${kept.changedBy || 'Somebody else'} changed this list while you had it open. What you typed is still here: look at the list, and send it again.`)
  })
}

export const noBody = refuse('not-found', 'There is no body of this name. The list of bodies shows those there are.')

function checked(leads: unknown, field: string): Outcome<LeadMembers> {
  const parsed = leadMembers.safeParse(leads)
  return parsed.success ? ok(parsed.data) : refuse('invalid', '', [{ field, message: parsed.error.issues[0]?.message ?? 'Look at this again' }])
}

/** The list is held to what one from a file is, in what is new of it. */
function held(changed: Outcome<LeadMembers>, stood: LeadMembers, bodies: readonly Body[], fieldOf: (recordField: string) => string): Outcome<LeadMembers> {
  const faults = changed.ok ? newFaults(leadFaults(changed.value, bodies), leadFaults(stood, bodies)) : []
  return faults.length === 0 ? changed : refuse('invalid', '', faults.map((fault) => ({ ...fault, field: fieldOf(fault.field ?? '') })))
}

function filled(key: string, value: string): Record<string, string> {
  return value === '' ? {} : { [key]: value }
}

