import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import { noProgramme } from '../deeds/change-programme.ts'
import { proposalsOf } from '../deeds/propose.ts'
import type { ProgrammeYear } from '../model/work-programme.ts'
import { programmeView, type ProgrammeView } from '../public/programme-view.ts'
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
export function yearAsked(request: StaffRequest): string | undefined {
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

/** The name of a body; undefined where there is none. */
export async function bodyNamed(request: StaffRequest, verb: 'programme.see' | 'programme.propose'): Promise<Outcome<string | undefined>> {
  const { body = '' } = request.params
  return look(request.context, { verb, subject: { kind: 'work-programme', id: body.slice(0, 200) } }, async (reader) => ok((await bodyNames(reader)).get(body)))
}
