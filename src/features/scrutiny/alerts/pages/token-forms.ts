import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import type { MeetingsApp } from '#features/meetings'
import type { Answer } from '#platform/http/answers.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import type { KnownTopic } from '../subscribing/known-topics.ts'
import { confirmNews, stopNews, wishToConfirm, wishToStop } from '../subscribing/subscribe.ts'
import { topicText } from '../topic.ts'

const gone = { kind: 'not-found', message: 'We do not know this link. The news has begun or stopped already, was not confirmed within seven days, or the link is not whole: open it from the e-mail again. You can ask for news on the page “News by e-mail”.' } as const satisfies Answer

/** A token as we make them; nothing else is looked up. */
function tokenOf({ params }: FormVisit): string | undefined {
  const token = params['token'] ?? ''
  return /^[\w-]{20,100}$/.test(token) ? token : undefined
}

/** `/alerts/confirm/{token}`: a press, and not the mere opening, begins the news, since mail programs open links by themselves. */
export const confirmPage: PublicForm<MeetingsApp> = {
  path: '/alerts/confirm/:token',
  hasSecret: true,
  show: async (visit) => {
    const token = tokenOf(visit)
    const wish = token === undefined ? undefined : await wishToConfirm(visit.context, token)
    if (token === undefined || wish === undefined) return gone
    return {
      kind: 'page',
      title: 'Was it you who asked?',
      crumbs,
      body: html`${lead('Somebody asked us to write to your e-mail address when there is news of:')}${list(wish.topics)}
${actionButton({ action: `/alerts/confirm/${token}`, token: visit.token, text: 'Yes, send me this news' })}
<p class="govuk-body">If it was not you, close this page. We forget the address after seven days.</p>`,
    }
  },
  submit: async (visit, app) => {
    const done = await confirmNews(visit.context, app, tokenOf(visit) ?? '')
    return done.ok ? { kind: 'moved', to: '/alerts?done=confirmed' } : gone
  },
}

/** `/alerts/stop/{token}`: one press ends all of it. */
export const stopPage: PublicForm<MeetingsApp> = {
  path: '/alerts/stop/:token',
  hasSecret: true,
  show: async (visit) => {
    const token = tokenOf(visit)
    const wish = token === undefined ? undefined : await wishToStop(visit.context, token)
    if (token === undefined || wish === undefined) return gone
    const action = `/alerts/stop/${token}`
    const some = wish.topics.length > 1 && html`<h2 class="govuk-heading-m">Or stop a part</h2>
<ul class="govuk-list govuk-list--spaced">${wish.topics.map((topic) => html`<li>${topic.label} ${actionButton({ action, token: visit.token, text: 'Stop this', about: topic.label, kind: 'secondary', fields: { topic: topicText(topic) } })}</li>`)}</ul>`
    return { kind: 'page', title: 'Stop the news', crumbs, body: html`${lead('You get news of:')}${list(wish.topics)}${actionButton({ action, token: visit.token, text: 'Stop all of it' })}${some}` }
  },
  submit: async (visit) => {
    const done = await stopNews(visit.context, tokenOf(visit) ?? '', visit.form.text('topic'))
    return done.ok ? { kind: 'moved', to: `/alerts?done=${done.value.left > 0 ? 'fewer' : 'stopped'}` } : gone
  },
  oneClick: async (visit) => {
    // Mail programs ask again where they are not sure: what has stopped already is as they wish.
    await stopNews(visit.context, tokenOf(visit) ?? '')
    return { kind: 'file', contentType: 'text/plain; charset=utf-8', body: 'The news has stopped.\n' }
  },
}

const crumbs = [
  { text: 'Home', href: '/' },
  { text: 'News by e-mail', href: '/alerts' },
]

function list(topics: readonly KnownTopic[]): Html {
  if (topics.length === 0) return html`<p class="govuk-body">Something of which nothing is published any more. ${link('/alerts', 'What there is news of')}</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${topics.map(({ label }) => html`<li>${label}</li>`)}</ul>`
}
