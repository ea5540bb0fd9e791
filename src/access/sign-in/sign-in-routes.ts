import { showInvitation, submitInvitation } from './invitation-page.ts'
import { submitGoOn } from './go-on-page.ts'
import { showPassword, submitPassword } from './password-page.ts'
import { showSignIn, submitSignIn } from './sign-in-page.ts'
import { submitSignOut } from './sign-out-page.ts'
import { leaveForProvider, returnFromProvider } from './single-sign-on-page.ts'
import type { SignInRoute } from './visit.ts'

/** The addresses at which people come in and go out; each checks its own form token, and none may be kept by a cache. */
export const signInRoutes: readonly SignInRoute[] = [
  { method: 'GET', path: '/sign-in', answer: showSignIn },
  { method: 'POST', path: '/sign-in', answer: submitSignIn },
  { method: 'POST', path: '/sign-in/go-on', answer: submitGoOn },
  { method: 'POST', path: '/sign-out', answer: submitSignOut },
  { method: 'GET', path: '/sign-in/single-sign-on', answer: leaveForProvider },
  { method: 'GET', path: '/sign-in/single-sign-on/return', answer: returnFromProvider },
  { method: 'GET', path: '/sign-in/invitation', answer: showInvitation },
  { method: 'POST', path: '/sign-in/invitation', answer: submitInvitation },
  { method: 'GET', path: '/staff/password', answer: showPassword },
  { method: 'POST', path: '/staff/password', answer: submitPassword },
]
