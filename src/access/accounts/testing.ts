import type { Context } from '../act.ts'
import type { Role } from '../actor.ts'
import { at } from '../testing.ts'
import { addAccount } from './add-account.ts'

/** The password of everybody made by `addPerson`. */
export const testPassword = 'a lantern under the bridge'

/** For tests: somebody who can sign in from the context's day on, made that morning. */
export async function addPerson(context: Context, email: string, roles: readonly Role[] = ['councillor'], name = 'Rosalind Ashdown'): Promise<void> {
  const added = await addAccount(context, { email, name, roles: [...roles] }, { by: 'password', password: testPassword }, at('08:00:00'))
  if (!added.ok) throw new Error(`${email} was not added: ${JSON.stringify(added.refusal)}`)
}
