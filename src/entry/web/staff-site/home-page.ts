import type { Context } from '#access/act.ts'
import type { Role } from '#access/actor.ts'
import type { CurrentSession } from '#access/sessions/current-session.ts'
import { notificationBanner } from '#platform/pages/components/notification-banner.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'

/** The roles as the council says them. */
const roleWords: Record<Role, string> = {
  officer: 'scrutiny officer',
  chair: 'chair of a panel or board',
  councillor: 'member of a panel or board',
  coopted: 'co-opted member, for education matters',
  director: 'report author or director',
  analyst: 'performance analyst',
  finance: 'finance partner',
  partnership: 'partnership manager',
  manager: 'practice manager',
  practitioner: 'practitioner',
  auditor: 'auditor',
  admin: 'administrator',
}

/** What a feature adds to the page for those who may see it; it asks the context, and answers nothing for the rest. */
export type StaffSection = (context: Context) => Promise<Html | undefined>

/** What is done at the command line of the server. */
const commandDeeds: readonly { readonly verb: string; readonly words: string; readonly line: string }[] = [
  { verb: 'bodies.import', words: 'load and publish bodies', line: 'golden-thread import bodies FILE' },
  { verb: 'meetings.import', words: 'load and publish meetings and their papers', line: 'golden-thread import meetings FILE' },
  { verb: 'accounts.list', words: 'list, add and disable accounts', line: 'golden-thread user list' },
  { verb: 'accounts.invite', words: 'invite somebody again who has forgotten their password', line: 'golden-thread user invite EMAIL' },
  { verb: 'accounts.change-roles', words: 'change the roles that somebody holds', line: 'golden-thread user roles EMAIL --role ROLE' },
  { verb: 'audit.verify', words: 'check that the audit is whole', line: 'golden-thread audit verify' },
]

/** Says what a form has just done that led here. */
export function doneNotice(query: URLSearchParams): Html | undefined {
  if (query.get('changed') !== 'password') return undefined
  const text = 'Your password is changed. Wherever else you were signed in, you have been signed out.'
  return notificationBanner({ type: 'success', text })
}

/** `/staff`: who you are here, what you may do, and where to go. */
export async function homePage({ actor, email }: CurrentSession, context: Context, sections: readonly StaffSection[]): Promise<Html> {
  const deeds = commandDeeds.filter(({ verb }) => context.may(actor, verb))
  const parts: (Html | undefined)[] = []
  for (const section of sections) parts.push(await section(context))
  return html`${summaryList({
    rows: [
      { key: 'Name', value: userText(actor.name) },
      { key: 'E-mail', value: userText(email) },
      { key: actor.roles.length === 1 ? 'Role' : 'Roles', value: actor.roles.map((role) => roleWords[role]).join('; ') },
      { key: 'Password', value: link('/staff/password', 'Change your password') },
    ],
  })}
${parts}
<h2 class="govuk-heading-m">What you may do</h2>
<p class="govuk-body">Read everything that is published, as anybody may: ${link('/meetings', 'meetings and papers')},
${link('/bodies', 'bodies and their members')},
${link('/rules', 'time limits')}.</p>
${
  deeds.length > 0 &&
  html`<p class="govuk-body">Your role also covers the following. Whoever runs the server does it for you, with the command beside it:</p>
<ul class="govuk-list govuk-list--bullet">${deeds.map(({ words, line }) => html`<li>${words}: <code>${line}</code></li>`)}</ul>`
}`
}
