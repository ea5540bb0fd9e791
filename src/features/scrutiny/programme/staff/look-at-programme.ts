import { given } from '#core/given.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import { noProgramme } from '../deeds/change-programme.ts'
import { dayOfAct } from '../deeds/day-of-act.ts'
import { nothingToProposeTo, proposalsOf } from '../deeds/propose.ts'
import type { Agreement, ProgrammeYear } from '../model/work-programme.ts'
import { programmeView, type ProgrammeView } from '../public/programme-view.ts'
import { doubtOf } from '../rules/meeting-of-act.ts'
import { programmesOf, type ProgrammeKey } from '../store/read-programmes.ts'

/** A programme as staff see it. */
export interface StaffView extends ProgrammeView {
  readonly key: ProgrammeKey
  readonly years: readonly ProgrammeYear[]
  readonly mayEdit: boolean
  /** Proposals that wait for an answer. */
  readonly waiting: number
}

/** Of which body and year a request is: the form says, else the address; the newest year where neither does. */
function yearAsked(request: StaffRequest): string | undefined {
  return request.form.text('year') || request.query.get('year') || undefined
}

/** Reads the programme that an address behind the sign-in asks for. A draft is for those who keep it. */
export function lookAtProgramme(request: StaffRequest): Promise<Outcome<StaffView>> {
  const { body = '' } = request.params
  const year = yearAsked(request)
  return look(request.context, { verb: 'programme.see', subject: { kind: 'work-programme', id: body.slice(0, 200) } }, async (reader) => {
    const mayEdit = request.context.may(request.context.actor, 'programme.edit')
    const all = (await programmesOf(reader, body)).filter((one) => one.public || mayEdit)
    const kept = year === undefined ? all[0] : all.find((one) => one.year === year)
    if (kept === undefined) return noProgramme
    const view = await programmeView(reader, kept, request.today)
    const waiting = (await proposalsOf(reader, body, { state: 'waiting', limit: 100 })).length
    return ok({ ...view, key: { body, year: kept.year }, years: all.map((one) => one.year), mayEdit, waiting })
  })
}

/** The key of the programme that a form is for; a year that is none is refused by the deed. */
export function keyOf(request: StaffRequest): ProgrammeKey {
  return { body: request.params['body'] ?? '', year: (yearAsked(request) ?? '') as ProgrammeYear }
}

/** Where somebody proposes an issue: to a body, and on the way to a programme of it that they may read. */
export interface ToProposeTo {
  readonly bodyName: string
  readonly year: ProgrammeYear
}

/**
 * What a proposal is for: the year that was asked for, or the newest that the asker may read where it is a draft of others or none at all, since a proposal
 * is to the body. Refused where the body has no public programme.
 */
export function lookWhereToPropose(request: StaffRequest): Promise<Outcome<ToProposeTo>> {
  const { body = '' } = request.params
  return look(request.context, { verb: 'programme.propose', subject: { kind: 'work-programme', id: body.slice(0, 200) } }, async (reader) => {
    const all = await programmesOf(reader, body)
    if (!all.some((one) => one.public)) return nothingToProposeTo
    const mayEdit = request.context.may(request.context.actor, 'programme.edit')
    const theirs = all.filter((one) => one.public || mayEdit)
    const { year } = theirs.find((one) => one.year === yearAsked(request)) ?? theirs[0] ?? {}
    return year === undefined ? nothingToProposeTo : ok({ bodyName: (await bodyNames(reader)).get(body) ?? body, year })
  })
}

/** What the record does not bear out of how the programme was recommended and agreed, for those who keep it. */
export type ActDoubts = Readonly<Partial<Record<'recommended' | 'agreed', string>>>

export function lookAtDoubts(request: StaffRequest, { programme, names, mayEdit, key, today }: StaffView): Promise<Outcome<ActDoubts>> {
  const { recommended, agreed } = programme
  return look(request.context, { verb: 'programme.see', subject: { kind: 'work-programme', id: `${key.body}/${key.year}` } }, async (reader) => {
    const words = async (act: Agreement | undefined) => (act === undefined || !mayEdit ? undefined : doubtOf(await dayOfAct(reader, act, names.get(act.body)), today)?.words)
    return ok({ ...given('recommended', await words(recommended)), ...given('agreed', await words(agreed)) })
  })
}
