import { roleWords } from '#access/role-words.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import { details } from '#platform/pages/components/details.ts'
import { notificationBanner } from '#platform/pages/components/notification-banner.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'

/** What is done at the command line of the server. */
const commandDeeds: readonly { readonly verb: string; readonly words: string; readonly line: string }[] = [
  { verb: 'meetings.import', words: 'load and publish bodies, meetings, minutes and whatever else is kept in files', line: 'golden-thread import all FOLDER' },
  { verb: 'meetings.export', words: 'write it all out in the same form', line: 'golden-thread export all --out FOLDER' },
  { verb: 'accounts.list', words: 'list, add and disable accounts', line: 'golden-thread user list' },
  { verb: 'accounts.invite', words: 'invite somebody again who has forgotten their password', line: 'golden-thread user invite EMAIL' },
  { verb: 'accounts.change-roles', words: 'change the roles that somebody holds', line: 'golden-thread user roles EMAIL --role ROLE' },
  { verb: 'audit.verify', words: 'check that the audit is whole', line: 'golden-thread audit verify' },
]

/** `/staff`: what waits for this person, feature by feature, then who they are here. */
export function homePage<App>(sections: readonly StaffSection<App>[]): StaffPage<App> {
  return {
    path: '/staff',
    show: async (request, app) => {
      const parts: Html[] = []
      for (const section of sections) {
        const part = await section(request, app)
        if (part !== undefined) parts.push(part)
      }
      const body = html`${doneNotice(request.query)}${parts.length > 0 ? parts : nothingYet}${about(request)}`
      return { kind: 'page', title: 'Your work', body }
    },
  }
}

/** Says what a form has just done that led here. */
function doneNotice(query: URLSearchParams): Html | undefined {
  if (query.get('changed') !== 'password') return undefined
  const text = 'Your password is changed. Wherever else you were signed in, you have been signed out.'
  return notificationBanner({ type: 'success', text })
}

const nothingYet = html`<p class="govuk-body">Nothing waits for you here. You can read ${link('/meetings', 'meetings and papers')},
${link('/bodies', 'bodies and their members')} and ${link('/rules', 'time limits')}, as anybody may.</p>`

function about({ session: { actor, email }, context }: StaffRequest): Html {
  const deeds = commandDeeds.filter(({ verb }) => context.may(actor, verb))
  const facts = summaryList({
    rows: [
      { key: 'Name', value: userText(actor.name) },
      { key: 'E-mail', value: userText(email) },
      { key: actor.roles.length === 1 ? 'Role' : 'Roles', value: actor.roles.map((role) => roleWords[role]).join('; ') },
      { key: 'Password', value: link('/staff/password', 'Change your password') },
    ],
  })
  const commands =
    deeds.length > 0 &&
    html`<p class="govuk-body">Your role also covers the following. Whoever runs the server does it for you, with the command beside it:</p>
<ul class="govuk-list govuk-list--bullet">${deeds.map(({ words, line }) => html`<li>${words}: <code>${line}</code></li>`)}</ul>`
  return details({ summary: 'Your account, password and role', content: html`${facts}${commands}` })
}
