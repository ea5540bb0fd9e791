import { randomUUID } from 'node:crypto'
import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import { given } from '#core/given.ts'
import type { Refusal } from '#core/outcome.ts'
import type { FormVisit, PublicForm } from '#access/staff/public-form.ts'
import { publishedBodies } from '#features/bodies'
import { meetingsInList, type MeetingsApp } from '#features/meetings'
import type { Reader } from '#platform/database/database.ts'
import type { Answer } from '#platform/http/answers.ts'
import { button } from '#platform/pages/components/button.ts'
import { checkboxes } from '#platform/pages/components/checkboxes.ts'
import { details } from '#platform/pages/components/details.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { input } from '#platform/pages/components/input.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultFor, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lead, link } from '#platform/pages/text.ts'
import { generalTopics, knownTopics, type KnownTopic } from '../subscribing/known-topics.ts'
import { askForNews, type TypedReader } from '../subscribing/subscribe.ts'
import { feedAddress, parseTopic, topicText, type Topic } from '../topic.ts'

/** `/alerts`: ask for news by mail; the one form with which nobody needs an account. */
export const alertsPage: PublicForm<MeetingsApp> = {
  path: '/alerts',
  show: (visit) => showForm(visit),
  submit: async (visit, app) => {
    const typed = { email: visit.form.text('email'), topics: visit.form.all('topic') }
    const done = await askForNews(visit.context, app, typed, { mark: visit.form.text('sending'), ...given('address', visit.address) })
    return done.ok ? { kind: 'moved', to: '/alerts?done=asked' } : showForm(visit, typed, done.refusal)
  },
}

const doneWords = {
  asked: 'We have written to you. Open the link in that e-mail to say that it was you who asked; until then we send nothing.',
  confirmed: 'You will hear from us when there is news, at most once an hour. Every e-mail has a link that stops them.',
  stopped: 'It has stopped, and your address is forgotten.',
  fewer: 'You will hear no more of that. The rest goes on.',
}

async function showForm(visit: FormVisit, typed?: TypedReader, refusal?: Refusal): Promise<Answer> {
  const asked = (typed?.topics ?? visit.query.getAll('topic')).slice(0, 100).flatMap((text) => parseTopic(text) ?? [])
  const offered = await visit.context.database.readPublished((reader) => offeredTopics(reader, asked, visit.today))
  const isUnknown = refusal === undefined && visit.query.getAll('topic').some((text) => !isOffered(text, offered))
  const body = html`${refusal === undefined ? doneBanner(visit.query, doneWords) : faultSummary(refusal)}${isUnknown && insetText({ text: 'Nothing is published here of what this link was to bring news of. Choose below what you want.' })}
${lead('We write to you when something new is published: an agenda, minutes, a recommendation or its answer, a decision that is coming.')}
${form(visit, offered, asked.map(topicText), typed?.email ?? '', refusal)}${privacy}${feeds(asked, offered)}`
  const status = refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409
  return { kind: 'page', title: 'News by e-mail', description: 'Ask for an e-mail when something new is published about a body, a matter, a recommendation or a decision.', crumbs: [{ text: 'Home', href: '/' }], body, status, hasFaults: refusal !== undefined }
}

/** Whether a link names something of which there is news. */
function isOffered(text: string, { own, meeting, others }: Offered): boolean {
  return [...own, ...generalTopics, ...meeting, ...others].some((topic) => topicText(topic) === text)
}

interface Offered {
  /** Which a link brought, or was chosen before, and is not among the others. */
  readonly own: readonly KnownTopic[]
  /** Those that have met of late or will, and those that have ended or of which the record only tells. */
  readonly meeting: readonly KnownTopic[]
  readonly others: readonly KnownTopic[]
}

/** Enough meetings to find every body that meets. */
const mostMeetings = 500

/** Of a body that has ended what it asked for may still be answered: it is offered, apart from the others. */
async function offeredTopics(reader: Reader, asked: readonly Topic[], today: LocalDate): Promise<Offered> {
  const general = new Set(generalTopics.map(topicText))
  const bodies = (await publishedBodies(reader)).map(({ slug, name, to }) => ({ kind: 'body' as const, key: slug, label: to !== undefined && to < today ? `${name} (ended on ${formatDate(to)})` : name, hasEnded: to !== undefined && to < today }))
  const latest = new Set((await meetingsInList(reader, { order: 'last-to-first', limit: mostMeetings })).map(({ body }) => body))
  return {
    own: await knownTopics(reader, asked.filter((topic) => topic.kind !== 'body' && !general.has(topicText(topic)))),
    meeting: bodies.filter(({ key, hasEnded }) => latest.has(key) && !hasEnded),
    others: bodies.filter(({ key, hasEnded }) => !latest.has(key) || hasEnded),
  }
}

function form(visit: FormVisit, { own, meeting, others }: Offered, chosen: readonly string[], email: string, refusal: Refusal | undefined): Html {
  const box = (topic: KnownTopic, index: number, prefix: string) => ({ value: topicText(topic), text: topic.label, id: index === 0 && prefix === 'topic' ? 'topic' : `${prefix}-${index + 1}` })
  const first = [...own, ...generalTopics]
  return html`<form method="post" action="/alerts" novalidate>${csrfInput(visit.token)}<input type="hidden" name="sending" value="${sendingOf(visit)}">
${checkboxes({ name: 'topic', fieldset: { legend: { text: 'What you want news of', classes: 'govuk-fieldset__legend--m' } }, items: first.map((topic, index) => box(topic, index, 'topic')), values: chosen, error: faultFor(refusal, 'topic') })}
${checkboxes({ name: 'topic', idPrefix: 'body', fieldset: { legend: { text: 'Bodies', classes: 'govuk-fieldset__legend--s' } }, hint: { text: 'Agendas, minutes, what was asked and answered, task groups.' }, classes: 'govuk-checkboxes--small', items: meeting.map((topic, index) => box(topic, index, 'body')), values: chosen })}
${others.length > 0 && details({ summary: 'Bodies that have ended, or whose meetings are not kept here', open: others.some((topic) => chosen.includes(topicText(topic))), content: checkboxes({ name: 'topic', idPrefix: 'other', fieldset: { legend: { text: 'Other bodies', classes: 'govuk-fieldset__legend--s' } }, classes: 'govuk-checkboxes--small', items: others.map((topic, index) => box(topic, index, 'other')), values: chosen }) })}
${input({ name: 'email', label: { text: 'E-mail address', classes: 'govuk-label--m' }, hint: { text: 'We ask you by e-mail whether it was you, and write nothing else before you say so.' }, type: 'email', autocomplete: 'email', spellcheck: false, value: email, error: faultFor(refusal, 'email') })}
${button({ text: 'Ask for this news', preventDoubleClick: true })}</form>`
}

/** The form keeps its mark for as long as it is mended. */
function sendingOf({ form: posted }: FormVisit): string {
  const sent = posted.text('sending')
  return /^[\da-f-]{36}$/.test(sent) ? sent : randomUUID()
}

const privacy = html`<h2 class="govuk-heading-s">What happens with your address</h2>
<p class="govuk-body">It is used for this news and nothing else, and nobody is shown it. It is forgotten as soon as you stop the news, or after seven days if you do not confirm.
${link('/privacy', 'How this site treats personal data')}.</p>`

function feeds(asked: readonly Topic[], { own, meeting, others }: Offered): Html {
  const chosen = [...own, ...meeting, ...others].filter((topic) => asked.some((one) => topicText(one) === topicText(topic)))
  return html`<h2 class="govuk-heading-s">Without an address</h2>
<p class="govuk-body">A program that reads feeds needs no e-mail address.</p>
<ul class="govuk-list">${[...chosen, ...generalTopics].map((topic) => html`<li>${link(feedAddress(topic), html`Feed: ${topic.label}`)}</li>`)}<li>${link('/meetings.atom', 'Feed: agendas and papers of all bodies')}</li></ul>`
}
