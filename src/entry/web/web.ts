import { secretKey } from '#platform/config/secret-key.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { usualSessionLimits } from '#access/sessions/session-limits.ts'
import { singleSignOn } from '#access/single-sign-on/single-sign-on.ts'
import type { PublicForm } from '#access/staff/public-form.ts'
import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { MachineResource } from '#access/machines/machine-resource.ts'
import type { TokenPage } from '#access/staff/token-page.ts'
import type { SignInDoor } from '#access/sign-in/visit.ts'
import { apiRoot, type ApiDoor } from '#platform/http/api-frame.ts'
import type { ApiResource } from '#platform/http/api.ts'
import type { PublicPage } from '#platform/http/answers.ts'
import { registerAssets } from '#platform/http/asset-routes.ts'
import { registerHealth, type Readiness } from '#platform/http/health-routes.ts'
import { makePageCache } from '#platform/http/page-cache.ts'
import { watchPublications, type PublishedRevision } from '#platform/http/publication.ts'
import { makeServer, type Server } from '#platform/http/server.ts'
import { readAssets, type Assets } from '#platform/pages/assets.ts'
import type { Application } from '../application.ts'
import { registerMachines, type MachineDoor } from './machine-door.ts'
import { contactLine } from './contact-line.ts'
import { registerPublicSite } from './public-site/public-site.ts'
import { registerPublicForms } from './public-forms.ts'
import { siteFacts, siteFrame, staffFrame } from './site-facts.ts'
import { unusedDays } from '../jobs/unused-days.ts'
import type { StaffDoor } from './staff-site/staff-door.ts'
import { staffLine, staffParts } from './staff-site/staff-parts.ts'
import { registerStaffSite } from './staff-site/staff-site.ts'
import { whomToAsk } from './staff-site/whom-to-ask.ts'
import { registerTokenPages } from './token-pages.ts'

/** What the features bring to the web. */
export interface WebContent {
  readonly pages: readonly PublicPage[]
  readonly api: readonly ApiResource[]
  readonly staffPages: readonly StaffPage<Application>[]
  readonly sections: readonly StaffSection<Application>[]
  readonly navigation: readonly StaffNavigation[]
  readonly publicForms: readonly PublicForm<Application>[]
  readonly tokenPages: readonly TokenPage<Application>[]
  /** What programs with a key may ask and do. */
  readonly machines: readonly MachineResource<Application>[]
  /** Style sheets of the features' pages, and the modules of those behind the sign-in. */
  readonly styles: readonly URL[]
  readonly scripts: readonly URL[]
}

/** Of finished public pages, in every form in which they are sent. */
const keptBytes = 64 * 1024 * 1024

/** The server with both sites and the API; it does not listen yet. */
export async function makeWeb(app: Application, content: WebContent, readiness: () => Promise<Readiness>): Promise<Outcome<Server>> {
  const key = await secretKey(app.config)
  if (!key.ok) return key
  const assets = await readAssets(content.styles, content.scripts)
  const https = app.origin.startsWith('https:')
  const server = await makeServer({
    log: app.log,
    https,
    behindProxy: app.config.publicOrigin !== undefined,
    site: () => siteFrame(factsOf(app), assets.addresses),
  })
  const revisions = watchPublications(app.database)
  // Whatever a form has just changed shows at the next look, before the answer to the form has arrived.
  server.addHook('onSend', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') revisions.forget()
  })
  await registerAssets(server, assets.files)
  registerHealth(server, readiness)
  registerPublicSite(server, { ...content, facts: () => factsOf(app), icon: assets.addresses.icon, door: { ...publicDoor(app, server, assets, revisions), alsoDescribed: content.machines } })
  const door = { ...staffDoor(app, server, assets, content.navigation), signIn: signInDoor(app, key.value) }
  await registerStaffSite(server, door, content, app)
  registerPublicForms(server, door, content.publicForms, app)
  registerTokenPages(server, door, content.tokenPages, app)
  registerMachines(server, machineDoor(app), content.machines, app)
  return ok(server)
}

const factsOf = (app: Application) => siteFacts(app.county.current(), app.clock.today())

function publicDoor(app: Application, server: Server, assets: Assets, revisions: PublishedRevision): ApiDoor {
  return {
    database: app.database,
    file: (checksum) => app.files.get(checksum),
    today: app.clock.today,
    origin: () => originOf(app, server),
    site: () => siteFrame(factsOf(app), assets.addresses),
    cache: makePageCache({ bytes: keptBytes, edition: editionOf(app, revisions) }),
    information: {
      title: 'Golden Thread',
      version: '1',
      description: 'Meetings, papers, bodies and rules of a council, as they were published. What lies below /staff is for programs with a key, which may do what their account may.',
      server: apiRoot,
    },
    checkAnswers: !app.config.production,
  }
}

/** What every public page depends on: the day, the publication count, and with it the council's own facts. */
function editionOf(app: Application, revisions: PublishedRevision): () => Promise<string> {
  let seen: number | undefined
  return async () => {
    const revision = await revisions.current()
    if (revision !== seen) {
      await app.county.refresh()
      seen = revision
    }
    return `${app.clock.today()} ${revision}`
  }
}

function staffDoor(app: Application, server: Server, assets: Assets, navigation: readonly StaffNavigation[]): Omit<StaffDoor, 'signIn'> {
  return {
    context: (actor, requestId) => app.contextOf(actor, 'web', requestId),
    now: app.now,
    origin: () => originOf(app, server),
    contact: () => contactLine(factsOf(app)),
    publicSite: () => siteFrame(factsOf(app), assets.addresses),
    site: (session) => {
      if (session === undefined) return siteFrame(factsOf(app), assets.addresses, { kind: 'signed-out', signIn: '/sign-in' })
      const { actor, formToken } = session
      const account = { kind: 'signed-in', name: actor.name, signOut: '/sign-out', token: formToken } as const
      const { may } = app.contextOf(actor, 'web')
      return staffFrame(factsOf(app), assets.addresses, account, { navigation: staffLine(staffParts(navigation, actor, may)), scripts: assets.scripts })
    },
  }
}

function machineDoor(app: Application): MachineDoor {
  return { context: (actor, requestId, key) => app.contextOf(actor, 'api', requestId, key), now: app.now, unusedDays, checkAnswers: !app.config.production }
}

function signInDoor(app: Application, key: string): SignInDoor {
  const { singleSignOn: settings } = app.config
  const redirectUri = `${app.origin}/sign-in/single-sign-on/return`
  return {
    secretKey: key,
    sessions: usualSessionLimits,
    unusedDays,
    whomToAsk: () => whomToAsk(factsOf(app)),
    ...(settings === undefined ? {} : { singleSignOn: singleSignOn({ ...settings, redirectUri }) }),
  }
}

/** Where PORT is 0 the system chooses the port, so that the address is known only once the server listens. */
function originOf(app: Application, server: Server): string {
  const address = server.server.address()
  if (app.config.port !== 0 || app.config.publicOrigin !== undefined || typeof address !== 'object' || address === null) return app.origin
  return app.origin.replace(/:0$/, `:${address.port}`)
}
