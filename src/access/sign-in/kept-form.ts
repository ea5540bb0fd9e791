import type { AccountId } from '../actor.ts'
import type { Field, LostFile } from '../staff/carried-form.ts'
import { isSame, sign } from '../sessions/token.ts'

/** What somebody had typed when their session was over. */
export interface KeptForm {
  /** Where it was going: an address of the staff site. */
  readonly to: string
  /** Whose session the form was made in. */
  readonly account: AccountId
  readonly fields: readonly Field[]
  readonly files: readonly LostFile[]
  /** Milliseconds since 1970. */
  readonly until: number
}

/** In bytes: as much as the form that carries it through the sign-in can hold. */
const largestKept = 512 * 1024
/** Milliseconds: a page that was left open overnight is good for its text in the morning. */
const keptFor = 24 * 3_600_000
const purpose = 'kept form'

/** The form as a text that the sign-in page carries, signed so that nobody else can make one; undefined where it is too long to be carried. */
export function sealKeptForm(secretKey: string, form: Omit<KeptForm, 'until'>, now: Date): string | undefined {
  const bytes = Buffer.from(JSON.stringify({ ...form, until: now.getTime() + keptFor } satisfies KeptForm))
  if (bytes.length > largestKept) return undefined
  const text = bytes.toString('base64url')
  return `${text}.${sign(secretKey, purpose, text)}`
}

/** The form again; undefined where it is not ours or too old. */
export function openKeptForm(secretKey: string, sealed: string | undefined, now: Date): KeptForm | undefined {
  const [text = '', signature = ''] = (sealed ?? '').split('.')
  if (!isSame(sign(secretKey, purpose, text), signature)) return undefined
  const form = JSON.parse(Buffer.from(text, 'base64url').toString()) as KeptForm
  return form.until > now.getTime() ? form : undefined
}
