import { given } from '#core/given.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import type { Transaction } from '#platform/database/database.ts'
import { instantOf, type MeetingsApp } from '#features/meetings'
import { personsNames } from '#features/minutes'
import { checkCommentary } from '../claims/check-commentary.ts'
import { commentaryId, content, type CommentaryKey, type Content, type Edition } from '../model/commentary.ts'
import { outlivedInWords } from '../model/outlived-in-words.ts'
import { postFault } from '../model/post.ts'
import { signFaults } from '../model/sign-faults.ts'
import { addEdition } from '../store/keep-commentary.ts'
import { editionNow } from '../store/read-commentaries.ts'
import { commentaryPlace, sheetsOfCommentary, type CommentaryPlace } from './commentary-at.ts'

type App = Pick<MeetingsApp, 'now'>

/** A commentary that somebody has before them, and the edition that they saw: 0 where nothing stood. */
export interface Seen extends CommentaryKey {
  readonly seen: number
}

const signedAlready = 'This commentary is signed, and frozen while it is. Take the signature back first, with a reason.'

/** Saves what is written of a period as a draft. Refused while it is signed, and as a conflict where somebody else has saved meanwhile. */
export function saveCommentary(context: Context, app: App, key: Seen, typed: Content): Promise<Outcome<number>> {
  return act(context, deed('commentary.write', key), async (tx) => {
    const place = await commentaryPlace(tx.reader, key, context.today)
    if (!place.ok) return place
    const said = await readContent(tx, typed)
    if (!said.ok) return said
    const stands = await editionNow(tx.reader, key)
    if (stands?.standing.state === 'signed') return refuse(stands.revision === key.seen ? 'not-now' : 'conflict', signedAlready)
    return addEdition(tx, { ...keyAt(place.value), deed: 'saved', content: withMarks(said.value, stands), standing: { state: 'draft' } }, key.seen, by(context, app))
  })
}

/**
 * Signs a commentary in the name of a post, and with it confirms the period. Refused while a claim is neither borne by the figures nor given a reason, while an exception is not
 * explained, and before the period is over.
 */
export function signCommentary(context: Context, app: App, key: Seen, typed: Content, post: string): Promise<Outcome<number>> {
  return act(context, deed('commentary.sign', key), async (tx) => {
    const place = await commentaryPlace(tx.reader, key, context.today)
    if (!place.ok) return place
    if (!place.value.isOver) return refuse('not-now', 'This period is not over. Sign it when it is.')
    const said = await readContent(tx, typed, post)
    if (!said.ok) return said
    const stands = await editionNow(tx.reader, key)
    if (stands?.standing.state === 'signed' && stands.revision === key.seen) return refuse('not-now', signedAlready)
    const sheets = await sheetsOfCommentary(tx.reader, place.value, said.value)
    const signature = { by: post.trim(), on: context.today }
    const faults = signFaults({ content: said.value, sheet: sheets.own, checked: checkCommentary(said.value, sheets) })
    if (faults.length > 0) return refuse('invalid', 'The commentary was not signed.', faults)
    return addEdition(tx, { ...keyAt(place.value), deed: 'signed', content: withMarks(said.value, stands), standing: { state: 'signed', signature } }, key.seen, by(context, app))
  })
}

/** Takes a signature back, with a reason: the words are a draft again, and the period is no longer confirmed. What was published stays as it was. */
export function takeBack(context: Context, app: App, key: Seen, typedReason: string): Promise<Outcome<number>> {
  return act(context, deed('commentary.sign', key), async (tx) => {
    const place = await commentaryPlace(tx.reader, key, context.today)
    if (!place.ok) return place
    const reason = typedReason.trim()
    const fault = reason === '' ? 'Say why the signature is taken back' : reason.length > longestReason ? `Shorten this to ${longestReason} characters` : undefined
    if (fault !== undefined) return refuse('invalid', 'The signature was not taken back.', [{ field: 'reason', message: fault }])
    const stands = await editionNow(tx.reader, key)
    if (stands === undefined || (stands.standing.state !== 'signed' && stands.revision === key.seen)) return refuse('not-now', notSigned(stands, place.value))
    return addEdition(tx, { ...keyAt(place.value), deed: 'taken-back', content: stands.content, standing: { state: 'draft' }, reason }, key.seen, by(context, app))
  })
}

const longestReason = 1000

function notSigned(stands: Edition | undefined, { definition }: CommentaryPlace): string {
  const outlived = stands && outlivedInWords(stands, definition)
  return outlived === undefined ? 'This commentary is not signed.' : `This commentary was ${outlived}. The signature confirms nothing any more, and need not be taken back: change the words where they are no longer so, and sign it again.`
}

function deed(verb: string, key: CommentaryKey) {
  return { verb, subject: { kind: 'commentary', id: commentaryId(key).slice(0, 200) } }
}

function keyAt({ definition, period }: CommentaryPlace): CommentaryKey {
  return { measure: definition.slug, period: period.slug }
}

function by({ actor, today }: Context, app: App) {
  return { actor, at: instantOf(today, app.now()) }
}

/** Of an example, what of it is made up stays known whoever works on it. */
function withMarks(typed: Content, stands: Edition | undefined): Content {
  return { ...typed, ...given('invented', stands?.content.invented), ...given('sourceOfExample', stands?.content.sourceOfExample) }
}

/** What was typed, held to its form; posts are posts, and never people. */
async function readContent(tx: Transaction, typed: Content, post?: string): Promise<Outcome<Content>> {
  const read = content.safeParse(typed)
  const faults: Fault[] = read.success ? [] : read.error.issues.map(({ path, message }) => ({ field: fieldAt(path), message }))
  const namesNobody = await personsNames(tx.reader)
  const named = (field: string, words: string): Fault[] => {
    const message = namesNobody(words) ?? (field === 'as' ? postFault(words) : undefined)
    return message === undefined ? [] : [{ field, found: words, message }]
  }
  faults.push(...typed.doing.flatMap(({ byWhom }, place) => named(`doing-${place + 1}-by-whom`, byWhom)))
  if (post !== undefined) faults.push(...(post.trim() === '' ? [{ field: 'as', message: 'Say which post signs, such as Head of Inclusion' }] : post.trim().length > 200 ? [{ field: 'as', message: 'Shorten this to 200 characters' }] : named('as', post)))
  return faults.length > 0 || !read.success ? refuse('invalid', 'The commentary was not saved.', faults) : ok(read.data)
}

const fieldNames: Readonly<Record<string, string>> = { byWhom: 'by-whom', byWhen: 'by-when', backOnTrack: 'back-on-track', words: 'reason', claims: 'claim' }

/** `doing[0].byWhom` as the field of the form: `doing-1-by-whom`. */
function fieldAt(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : (fieldNames[String(part)] ?? String(part)))).join('-')
}
