import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import type { Body, QuorumRule } from '../body.ts'
import { hasFullVote } from '../memberships.ts'
import { changeBody } from '../next-edition.ts'

/** The quorum of a body as it was typed. */
export const quorumFields = ['stated', 'at-least', 'share', 'substitutes', 'source'] as const
export type QuorumField = (typeof quorumFields)[number]

export interface TypedQuorum extends Readonly<Record<QuorumField, string>> {
  /** How many of each group must be among those counted, by the group's address word. */
  readonly among: ReadonlyMap<string, string>
}

/** Tells the quorum as it stands from any other, for an officer who has it open. */
export function quorumMark({ termsOfReference }: Body): string {
  const rule = termsOfReference?.quorum
  if (rule === undefined) return 'none'
  return JSON.stringify([rule.atLeast ?? 0, rule.share ?? 0, rule.substitutesCount, rule.amongThem.map(({ group, atLeast }) => [group, atLeast]), rule.source])
}

/** The groups that a quorum of this body can ask for: those of members who vote on everything, since no other counts, and those that its rule asks for already. */
export function groupsOf({ members, termsOfReference }: Body): string[] {
  const asked = termsOfReference?.quorum?.amongThem ?? []
  return [...new Set([...members.flatMap((one) => (one.group === undefined || !hasFullVote(one) ? [] : [one.group])), ...asked.map(({ group }) => group)])].toSorted()
}

/**
 * Says how many must be present before a body may decide, or that its record states nothing of it; the body's next edition is published at once. Refused with a
 * sentence at each field that cannot be used, and as a conflict where somebody else changed the quorum meanwhile.
 */
export function changeQuorum(context: Context, slug: string, typed: TypedQuorum, basedOn: string): Promise<Outcome<void>> {
  return changeBody(context, slug, { changed: 'quorum' }, (body) => {
    if (quorumMark(body) !== basedOn) return refuse('conflict', 'Somebody else changed the quorum while you had it open. What you typed is still here: compare it with the body’s own page, and save again.')
    const rule = readQuorum(typed, groupsOf(body))
    if (!rule.ok) return rule
    if (rule.value === undefined && body.termsOfReference === undefined) return ok(body)
    const { quorum: _before, ...terms } = body.termsOfReference ?? { source: typed.source, purposes: [] }
    return ok({ ...body, termsOfReference: { ...terms, ...(rule.value === undefined ? {} : { quorum: rule.value }) } })
  })
}

function readQuorum(typed: TypedQuorum, groups: readonly string[]): Outcome<QuorumRule | undefined> {
  if (typed.stated === 'no') return ok(undefined)
  const faults = faultsOf(typed, groups)
  if (faults.length > 0) return refuse('invalid', '', faults)
  return ok({
    ...(typed['at-least'] === '' ? {} : { atLeast: Number(typed['at-least']) }),
    ...(typed.share === '' ? {} : { share: Number((Number(typed.share) / 100).toFixed(4)) }),
    substitutesCount: typed.substitutes === 'yes',
    amongThem: groups.flatMap((group) => {
      const atLeast = Number(typed.among.get(group) ?? '')
      return atLeast > 0 ? [{ group, atLeast }] : []
    }),
    source: typed.source,
  })
}

function faultsOf(typed: TypedQuorum, groups: readonly string[]): Fault[] {
  const isEmpty = typed['at-least'] === '' && typed.share === ''
  const wrong: readonly (readonly [boolean, string, string])[] = [
    [typed.stated !== 'yes', 'stated', 'Choose whether the body has a quorum'],
    [isEmpty, 'at-least', 'Give a number of voting members, or a share of them'],
    [typed['at-least'] !== '' && !isCount(typed['at-least'], 1), 'at-least', 'Give a whole number of members, from 1'],
    [typed.share !== '' && !isShare(typed.share), 'share', 'Give a percentage above 0 and up to 100, such as 25'],
    [!['yes', 'no'].includes(typed.substitutes), 'substitutes', 'Choose whether substitutes count'],
    [typed.source === '', 'source', 'Say where the rule comes from, such as “Council Constitution, part 4”'],
    [typed.source.length > 500, 'source', 'Shorten where the rule comes from to 500 characters'],
    ...groups.map((group) => [!isCount(typed.among.get(group) ?? '', 0), `among-${group}`, 'Give a whole number of members, or leave it empty'] as const),
  ]
  return wrong.flatMap(([isWrong, field, message]) => (isWrong ? [{ field, message }] : []))
}

function isCount(text: string, least: number): boolean {
  return /^\d{0,3}$/.test(text) && Number(text) >= least
}

function isShare(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= 100
}
