import { addDays, type LocalDate } from '#core/dates.ts'
import { formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import type { LocalSettings } from '#features/rules'
import { isKey, needsPrivateNotices } from '../clock/may-decide.ts'
import type { newNotices, NoticedField } from '../clock/new-notice.ts'
import { earliestDecision } from '../clock/notice-clock.ts'
import { keyKindsOfNotice, privateKindsOfNotice, type IssuedKind } from '../entry/notice-kinds.ts'
import type { IssuedNotice, PlanEntry } from '../entry/plan-entry.ts'
import { kindsInForce, noticeFrom } from '../papers/notice.ts'

type NewNotices = ReturnType<typeof newNotices>

/** A slip in the words of a notice that is put right without another. */
export interface Correction {
  readonly on: LocalDate
  readonly words: string
  readonly reason: string
}

const changedWords = { matter: 'the matter', decisionMaker: 'who decides', expected: 'an earlier day', key: 'it is a key decision now', private: 'it is heard in private now, or more of it' } as const satisfies Record<NoticedField, string>

/** Keeps as they were issued the notices in force of which the changed entry says something else; those that `falls` names hold no longer. */
export function keepNotices(before: PlanEntry, after: PlanEntry, falls: ReadonlyMap<IssuedKind, NonNullable<IssuedNotice['replaced']>>, correction?: Correction): Pick<PlanEntry, 'notices'> {
  const kept = new Map<IssuedKind, IssuedNotice>()
  for (const kind of kindsInForce(before)) {
    const replaced = falls.get(kind)
    const issued = before.notices?.find((one) => one.kind === kind && one.replaced === undefined) ?? asIssued(before, kind)
    const saysOther = JSON.stringify(noticeFrom(before, kind)) !== JSON.stringify(noticeFrom(after, kind))
    if (issued !== undefined && (replaced !== undefined || saysOther)) kept.set(kind, { ...issued, corrected: [...issued.corrected, ...(correction === undefined || !saysOther ? [] : [correction])], ...given('replaced', replaced) })
  }
  const standing = (before.notices ?? []).map((one) => (one.replaced === undefined ? take(kept, one.kind) ?? one : one))
  const notices = [...standing, ...kept.values()]
  return notices.length === 0 ? {} : { notices }
}

function take(kept: Map<IssuedKind, IssuedNotice>, kind: IssuedKind): IssuedNotice | undefined {
  const found = kept.get(kind)
  kept.delete(kind)
  return found
}

function asIssued(entry: PlanEntry, kind: IssuedKind): IssuedNotice | undefined {
  const { matter, decisionMaker, expected, key, documents, copiesFrom, otherDocuments, procedure, noticed } = entry
  if (noticed === undefined) return undefined
  const said = { matter, decisionMaker, expected, key, documents, noticed, ...given('copiesFrom', copiesFrom), ...given('otherDocuments', otherDocuments), ...given('procedure', procedure), ...given('private', entry.private), ...given('route', entry.route) }
  return { kind, said, corrected: [] }
}

/** The entry with the notices that its change makes anew, of today: what was agreed for the former ones falls with them. */
export function renewed(before: PlanEntry, after: PlanEntry, { key, held }: Pick<NewNotices, 'key' | 'held'>, today: LocalDate): PlanEntry {
  const { route, notices: _former, private: part, ...rest } = after
  const reason = (fields: readonly NoticedField[], otherwise: string) => (fields.length === 0 ? otherwise : `Another notice took its place: ${fields.map((field) => changedWords[field]).join(', ')}.`)
  const isKeyNew = key.length > 0 || !isKey(after)
  const isHeldNew = held.length > 0 || !needsPrivateNotices(after)
  const falls = new Map<IssuedKind, NonNullable<IssuedNotice['replaced']>>([
    ...(isKeyNew ? keyKindsOfNotice.map((kind) => [kind, { on: today, reason: reason(key, 'It is no key decision any more.') }] as const) : []),
    ...(isHeldNew ? privateKindsOfNotice.map((kind) => [kind, { on: today, reason: reason(held, 'It is not heard by a body in private any more.') }] as const) : []),
  ])
  const entry: PlanEntry = {
    ...rest,
    ...(isKeyNew ? {} : given('route', route)),
    ...(key.length > 0 ? { noticed: today } : {}),
    ...given('private', part === undefined || !isHeldNew ? part : { part: part.part, ...given('paragraph', part.paragraph), reason: part.reason, representations: part.representations, ...(held.length > 0 ? { firstNotice: today } : {}) }),
  }
  return { ...entry, ...keepNotices(before, entry, falls) }
}

/** What a change makes anew, with its clock, and what falls: for whoever is about to save it, and for the history. */
export function renewalWords(before: PlanEntry, after: PlanEntry, { key, held }: Pick<NewNotices, 'key' | 'held'>, today: LocalDate, local: LocalSettings): string {
  const parts = [
    ...(key.length > 0 ? [`New notice of the key decision (${key.map((field) => changedWords[field]).join(', ')}). ${clockWords(after, today, local, 'key-decision-notice')}`] : []),
    ...(held.length > 0 ? [`New first notice of the private meeting (${held.map((field) => changedWords[field]).join(', ')}). ${clockWords(after, today, local, 'private-meeting-notice')}`] : []),
    ...(key.length > 0 || !isKey(after) ? fallenKeyWords(before, isKey(after)) : []),
    ...(held.length > 0 || !needsPrivateNotices(after) ? fallenPrivateWords(before, held.length > 0) : []),
  ]
  return parts.join(' ')
}

function clockWords({ expected }: PlanEntry, today: LocalDate, local: LocalSettings, rule: 'key-decision-notice' | 'private-meeting-notice'): string {
  const first = earliestDecision(today, local, rule)
  if (first === undefined) return 'When its 28 clear days end is not known: the holidays of these years are not.'
  const late = expected.from >= first ? '' : rule === 'key-decision-notice' ? ` A decision on ${formatDay(expected.from)} needs the general exception or special urgency.` : ` A private meeting on ${formatDay(expected.from)} needs the agreement that it is urgent.`
  return `Of today, its 28 clear days end on ${formatDay(addDays(first, -1))}; it can be decided from ${formatDay(first)}.${late}`
}

function fallenKeyWords({ route }: PlanEntry, isNeeded: boolean): string[] {
  if (route === undefined) return []
  return route.kind === 'general-exception' ? [`The general exception of ${formatDay(route.on)} falls.`] : [`The agreement of ${formatDay(route.on)} that it is urgent falls: ${neededWords(isNeeded)}.`]
}

function fallenPrivateWords({ private: part }: PlanEntry, isNeeded: boolean): string[] {
  return [
    ...(part?.secondNotice === undefined ? [] : [`The second notice of ${formatDay(part.secondNotice)} falls.`]),
    ...(part?.agreed === undefined ? [] : [`The agreement of ${formatDay(part.agreed.on)} to a private meeting falls: ${neededWords(isNeeded)}.`]),
  ]
}

function neededWords(isNeeded: boolean): string {
  return isNeeded ? 'it is to be asked for anew' : 'it is not needed any more'
}
