import { authorizationCodeGrant, fetchUserInfo } from 'openid-client'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { whenProviderFails } from './provider-failure.ts'
import type { SingleSignOn } from './single-sign-on.ts'
import type { PendingSignIn } from './start-sign-in.ts'

/** Who the provider says this is. `subject` is theirs for ever; the e-mail address is given only where the provider has verified it. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly email?: string
}

/**
 * Exchanges the code that the provider sent the person back with. Refused where state, nonce or signature do not agree, where the
 * person declined, and where the provider cannot be reached.
 */
export async function finishSignIn(sso: SingleSignOn, answer: URLSearchParams, pending: PendingSignIn): Promise<Outcome<Identity>> {
  const returned = new URL(sso.settings.redirectUri)
  returned.search = answer.toString()
  try {
    const provider = await sso.provider()
    const checks = { pkceCodeVerifier: pending.verifier, expectedState: pending.state, expectedNonce: pending.nonce, idTokenExpected: true }
    const tokens = await authorizationCodeGrant(provider, returned, checks)
    const claims = tokens.claims()
    if (claims === undefined) return refuse('not-allowed', 'The sign-in service did not say who you are.')
    const said = claims.email === undefined && provider.serverMetadata().userinfo_endpoint !== undefined
      ? await fetchUserInfo(provider, tokens.access_token, claims.sub)
      : claims
    const email = said.email_verified === true && typeof said.email === 'string' ? { email: said.email } : {}
    return ok({ issuer: claims.iss, subject: claims.sub, ...email })
  } catch (error) {
    return whenProviderFails(error)
  }
}
