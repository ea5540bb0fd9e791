import type { Refusal } from '#core/outcome.ts'
import { currentSession } from '../sessions/current-session.ts'
import { comesFromOurForm, pageAfter, staleForm } from './answers.ts'
import { goOn } from './kept-form-page.ts'
import { signInPage } from './sign-in-page.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

/** `POST /sign-in/go-on` with `kept`: whoever has signed in by another way, in another tab, comes back to what they had typed. */
export async function submitGoOn(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const { kept } = visit.fields
  const next = pageAfter(visit.fields['next'])
  if (!comesFromOurForm(door, visit)) return signInPage(door, visit, { next, kept, refusal: staleForm })
  const session = await currentSession(door, visit)
  if (session === undefined) return signInPage(door, visit, { next, kept, refusal: notYet })
  return goOn(door, visit, session, kept) ?? { kind: 'moved', to: next, cookies: [] }
}

const notYet: Refusal = { kind: 'invalid', message: 'You are not signed in yet. Sign in below, or with your work account in another tab.', faults: [] }
