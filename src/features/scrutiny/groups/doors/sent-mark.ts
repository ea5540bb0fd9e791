import type { Context } from '#access/act.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { uuidOf } from '#features/minutes'

/** Stands for one form as one person filled it in: a form that is sent twice has the same, and one that is opened or filled in anew another. */
export function sentMark({ actor }: Pick<Context, 'actor'>, form: PostedForm): string {
  return uuidOf(JSON.stringify([actor.kind === 'person' ? actor.person : actor.kind, form.names().map((name) => [name, form.all(name)])]))
}
