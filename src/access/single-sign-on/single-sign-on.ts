import { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery, type ClientAuth, type Configuration } from 'openid-client'

/** As the council's identity provider gave them. `redirectUri` is this site's address that ends in `/sign-in/single-sign-on/return`. */
export interface SingleSignOnSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

export interface SingleSignOn {
  readonly settings: SingleSignOnSettings
  /** What the provider says of itself: asked at first need, and again after a failure. */
  readonly provider: () => Promise<Configuration>
}

/** OpenID Connect with one provider. Asks nothing of it yet, so that the site starts while the provider is down. */
export function singleSignOn(settings: SingleSignOnSettings): SingleSignOn {
  let known: Promise<Configuration> | undefined
  const provider = (): Promise<Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return { settings, provider }
}

/** Plain HTTP is for a provider on this very machine. */
function discover({ issuer, clientId, clientSecret }: SingleSignOnSettings): Promise<Configuration> {
  const address = new URL(issuer)
  const isLoopback = ['127.0.0.1', '[::1]', 'localhost'].includes(address.hostname)
  const execute = isLoopback && address.protocol === 'http:' ? [allowInsecureRequests] : []
  return discovery(address, clientId, undefined, withSecret(clientSecret), { execute, timeout: 10 })
}

/** HTTP Basic is what the specification takes for granted; a provider that offers only the form field gets that. */
function withSecret(secret: string): ClientAuth {
  const basic = ClientSecretBasic(secret)
  const post = ClientSecretPost(secret)
  return (server, ...rest) => {
    const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const authenticate = offered.includes('client_secret_basic') ? basic : post
    authenticate(server, ...rest)
  }
}
