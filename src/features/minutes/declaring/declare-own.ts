import { ok, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { addToLog, holdLog, isPressed, pressOn } from '../sitting/keep-log.ts'
import { sittingFrom } from '../sitting/sitting-from.ts'
import { declared } from '../sitting/verbs/declared.ts'
import { noteDeclared } from '../sitting/verbs/note-declared.ts'
import { nameOf } from '../sitting/verbs/record.ts'
import { readDeclaration } from './declaration-form.ts'
import { filledIn } from './known-interests.ts'
import { meetingAsked, ownView } from './own-view.ts'

interface Own {
  readonly body: string
  readonly day: string
  /** Stands for this press: sent twice, it counts once. */
  readonly press: string
  readonly form: PostedForm
}

/** A member declares their own interest in an item ahead of the meeting. It joins the record of the meeting as declared beforehand. */
export function declareOwn(context: Context, app: Pick<MeetingsApp, 'now'>, { body, day, press: mark, form }: Own): Promise<Outcome<void>> {
  const deed = { verb: 'declarations.make', subject: meetingAsked(body, day) }
  return act(context, deed, async (tx): Promise<Outcome<void>> => {
    const seen = await ownView(tx.reader, context, body, day)
    if (!seen.ok) return seen
    await holdLog(tx, seen.value.id)
    const own = await ownView(tx.reader, context, body, day)
    if (!own.ok) return own
    const { id, member, facts, meeting, touched } = own.value
    const filled = filledIn(form, touched)
    if (!filled.ok) return filled
    const declaration = readDeclaration(filled.value, member)
    if (!declaration.ok) return declaration
    const press = pressOn(mark, declaration.value)
    if (await isPressed(tx.reader, id, press)) return ok(undefined)
    const items = meeting.items.map(({ number }) => ({ number }))
    const additions = declared(declaration.value, { sitting: sittingFrom(facts, 'now'), log: facts.log, items }, true)
    if (!additions.ok) return additions
    const [added] = await addToLog(tx, id, additions.value, { by: nameOf(context), at: instantOf(context.today, app.now()), press })
    await noteDeclared(tx, declaration.value, added, meeting, meeting.bodyName)
    return ok(undefined)
  })
}
