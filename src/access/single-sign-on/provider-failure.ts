import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import { refuse, type Outcome } from '#core/outcome.ts'

/** Turns what the provider or the way to it did into a refusal; a defect of ours is thrown on. */
export function whenProviderFails(error: unknown): Outcome<never> {
  if (error instanceof AuthorizationResponseError) {
    return refuse('not-allowed', 'You were not signed in: the sign-in service said no. Try again, or sign in with a password.')
  }
  if (isOutOfReach(error)) {
    return refuse('unavailable', 'The sign-in service cannot be reached at the moment. Try again in a few minutes, or sign in with a password.')
  }
  if (error instanceof ClientError || error instanceof ResponseBodyError || error instanceof WWWAuthenticateChallengeError) {
    return refuse('not-allowed', 'Your sign-in could not be confirmed. Start again from the sign-in page.')
  }
  throw error
}

/** `fetch` says a failed connection as a TypeError with a cause. */
function isOutOfReach(error: unknown): boolean {
  const isTimeOut = error instanceof ClientError && (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM')
  return isTimeOut || (error instanceof TypeError && error.cause !== undefined)
}
