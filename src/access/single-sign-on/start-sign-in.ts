import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { ok, type Outcome } from '#core/outcome.ts'
import { whenProviderFails } from './provider-failure.ts'
import type { SingleSignOn } from './single-sign-on.ts'

/** What must be remembered in the browser until the person comes back from the provider. */
export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where to send the person: authorisation code flow with PKCE, state and nonce. Refused as unavailable when the provider cannot be reached. */
export async function startSignIn(sso: SingleSignOn): Promise<Outcome<{ to: URL; pending: PendingSignIn }>> {
  const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
  try {
    const to = buildAuthorizationUrl(await sso.provider(), {
      redirect_uri: sso.settings.redirectUri,
      scope: 'openid email profile',
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    })
    return ok({ to, pending })
  } catch (error) {
    return whenProviderFails(error)
  }
}
