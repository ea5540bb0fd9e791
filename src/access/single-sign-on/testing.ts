import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { SingleSignOnSettings } from './single-sign-on.ts'

interface Person {
  readonly subject: string
  readonly email: string
  readonly isVerified: boolean
}

/** A real OpenID Connect provider on this machine, where whoever `signIn` names signs in without being asked. */
export interface TestProvider {
  readonly settings: SingleSignOnSettings
  /** Who sits at the provider's screen; undefined declines. */
  person: Person | undefined
  /** Follows the provider's pages as a browser does, up to the address that it sends back to. */
  visit(to: URL): Promise<URL>
  close(): Promise<void>
}

/** Starts the provider on a free port. The redirect address is the site's, and nothing need listen there. */
export async function startTestProvider(redirectUri = 'http://127.0.0.1/sign-in/single-sign-on/return'): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const settings = { issuer, clientId: 'golden-thread', clientSecret: 'a secret between two test programs', redirectUri }
  const test: TestProvider = {
    settings,
    person: undefined,
    visit: (to) => follow(to, redirectUri),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  const provider = new Provider(issuer, await configuration(settings, test))
  const pages = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return pages(request, response)
    const result = test.person === undefined ? { error: 'access_denied' } : { login: { accountId: test.person.subject } }
    void provider.interactionFinished(request, response, result)
  })
  return test
}

async function configuration(settings: SingleSignOnSettings, test: TestProvider): Promise<Record<string, unknown>> {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
  const key = await crypto.subtle.exportKey('jwk', keys.privateKey)
  return {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirectUri],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: 'test' }] },
    cookies: { keys: ['a key for the cookies of the test provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, subject: string) => ({
      accountId: subject,
      claims: () => ({ sub: subject, email: test.person?.email, email_verified: test.person?.isVerified }),
    }),
    loadExistingGrant,
  }
}

interface Asked {
  oidc: { provider: Provider; client: { clientId: string }; session: { accountId: string } }
}

/** Consent is given without asking. */
async function loadExistingGrant({ oidc }: Asked): Promise<unknown> {
  const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
  grant.addOIDCScope('openid email profile')
  await grant.save()
  return grant
}

async function follow(start: URL, until: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let address = start
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const to = response.headers.get('location')
    if (to === null) throw new Error(`The provider stopped at ${address.href} with ${response.status}: ${await response.text()}`)
    address = new URL(to, address)
    if (address.href.startsWith(until)) return address
  }
  throw new Error('The provider sends round in circles')
}
