import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { body as bodySchema, type Body, type TermsOfReference } from '../body.ts'
import { changeBody } from '../next-edition.ts'

type Rule = NonNullable<TermsOfReference['publicParticipation']>

/** Whether and how the public may speak, as it was typed. */
export const participationFields = ['heard', 'closes-at', 'days-before', 'minutes-in-all', 'minutes-each', 'response-days', 'source'] as const
export type ParticipationField = (typeof participationFields)[number]
export type TypedParticipation = Readonly<Record<ParticipationField, string>>

/** Tells the rule as it stands from any other, for an officer who has it open. */
export function participationMark({ termsOfReference }: Body): string {
  const rule = termsOfReference?.publicParticipation
  return rule === undefined ? 'none' : [rule.closesAt, rule.workingDaysBefore, rule.minutesInAll, rule.minutesEach, rule.writtenResponseDays].join(' ')
}

/**
 * Says whether members of the public may speak at meetings of a body, and by which rule of its terms of reference; the body's next edition is published
 * at once. Refused with a sentence at each field that cannot be used, and as a conflict where somebody else changed the rule meanwhile.
 */
export function changeParticipation(context: Context, slug: string, typed: TypedParticipation, basedOn: string): Promise<Outcome<void>> {
  return changeBody(context, slug, { changed: 'public participation' }, (body) => {
    if (participationMark(body) !== basedOn) return refuse('conflict', 'Somebody else changed this rule while you had it open. What you typed is still here: compare it with the body’s own page, and save again.')
    const source = body.termsOfReference?.source ?? typed.source
    const rule = readRule(typed)
    const faults = [...(rule.ok ? [] : rule.refusal.faults), ...sourceFaults(source, typed)]
    if (!rule.ok || faults.length > 0) return refuse('invalid', '', faults)
    if (rule.value === undefined && body.termsOfReference === undefined) return ok(body)
    const { publicParticipation: _before, ...terms } = body.termsOfReference ?? { source, purposes: [] }
    return ok({ ...body, termsOfReference: { ...terms, ...(rule.value === undefined ? {} : { publicParticipation: rule.value }) } })
  })
}

function sourceFaults(source: string, { heard }: TypedParticipation): Fault[] {
  if (source === '') return heard === 'yes' ? [noSource] : []
  return source.length > 500 ? [{ field: 'source', message: 'Shorten where the rule comes from to 500 characters' }] : []
}

const noSource: Fault = { field: 'source', message: 'Say where the rule comes from, such as “Council Constitution, part 4”' }

function readRule(typed: TypedParticipation): Outcome<Rule | undefined> {
  if (typed.heard === 'no') return ok(undefined)
  const faults: Fault[] = typed.heard === 'yes' ? [] : [{ field: 'heard', message: 'Choose whether members of the public may speak' }]
  const figure = (field: ParticipationField) => (typed[field] === '' ? undefined : /^\d{1,3}$/.test(typed[field]) ? Number(typed[field]) : Number.NaN)
  const read = participation.safeParse({
    closesAt: parseTime(typed['closes-at']) ?? '',
    workingDaysBefore: figure('days-before'),
    minutesInAll: figure('minutes-in-all'),
    minutesEach: figure('minutes-each'),
    writtenResponseDays: figure('response-days'),
  })
  if (!read.success) faults.push(...read.error.issues.map(({ path }) => faultAt(String(path[0]))))
  return read.success && faults.length === 0 ? ok(read.data) : refuse('invalid', '', faults)
}

const participation = bodySchema.shape.termsOfReference.unwrap().shape.publicParticipation.unwrap()

function faultAt(part: string): Fault {
  return faultsOfParts[part] ?? { field: 'closes-at', message: 'Give the time as 12:00' }
}

const faultsOfParts: Readonly<Partial<Record<string, Fault>>> = {
  workingDaysBefore: { field: 'days-before', message: 'Give a whole number of working days, from 0' },
  minutesInAll: { field: 'minutes-in-all', message: 'Give whole minutes, from 1, or leave it empty' },
  minutesEach: { field: 'minutes-each', message: 'Give whole minutes, from 1, or leave it empty' },
  writtenResponseDays: { field: 'response-days', message: 'Give a whole number of days, from 1, or leave it empty' },
}
