import { cookie } from '../sessions/cookies.ts'
import { currentSession, formTokenHolds } from '../sessions/current-session.ts'
import { signOut } from './sign-out.ts'
import type { SignInAnswer, SignInDoor, Visit } from './visit.ts'

/** `POST /sign-out` with the session's token: ends the session, clears drafts kept in the browser and goes to the home page; a form that is not ours changes nothing. */
export async function submitSignOut(door: SignInDoor, visit: Visit): Promise<SignInAnswer> {
  const session = await currentSession(door, visit)
  if (session === undefined) return { kind: 'moved', to: '/', cookies: [cookie('session', '', 0, visit.origin)] }
  if (!formTokenHolds(session, visit.fields)) return { kind: 'moved', to: '/staff', cookies: [] }
  const out = await signOut({ ...visit.context, actor: session.actor }, session.hash)
  return { kind: 'moved', to: '/', cookies: out.ok ? [cookie('session', '', 0, visit.origin)] : [], clearsStorage: out.ok }
}
