import { randomUUID } from 'node:crypto'
import { refuse, type Refusal } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { csrfInput, faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import { whenInWords, type MeetingsApp } from '#features/meetings'
import { natureWords } from '../sitting/declaration.ts'
import { pressOf } from '../sitting/page/read-wish.ts'
import { interestFields } from './declaration-form.ts'
import { declareOwn } from './declare-own.ts'
import { knownInterests } from './known-interests.ts'
import { meetingAsked, ownView, type OwnView } from './own-view.ts'

/** `/staff/packs/{body}/{date}/declare`: a member declares their own interest ahead of a meeting. */
export const ownPage: StaffPage<MeetingsApp> = {
  path: '/staff/packs/:body/:date/declare',
  show: (request) => showOwn(request),
  submit: async (request, app) => {
    const { form, params, context } = request
    const press = pressOf(form)
    if (press === undefined) return showOwn(request, refuse('invalid', 'The page did not understand what was pressed, so nothing was declared.').refusal)
    const done = await declareOwn(context, app, { body: params['body'] ?? '', day: params['date'] ?? '', press, form })
    if (done.ok) return { kind: 'moved', to: `${request.path}?done=declared` }
    return done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict' ? showOwn(request, done.refusal) : { kind: 'refused', refusal: done.refusal }
  },
}

async function showOwn(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const { context, params } = request
  const [body, day] = [params['body'] ?? '', params['date'] ?? '']
  const found = await look(context, { verb: 'declarations.make', subject: meetingAsked(body, day) }, (reader) => ownView(reader, context, body, day))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { meeting } = found.value
  const address = `/staff/packs/${meeting.body}/${meeting.date}`
  return {
    kind: 'page',
    title: 'Declare an interest',
    crumbs: [{ text: 'My packs', href: '/staff/packs' }, { text: `${meeting.bodyName}, ${whenInWords(meeting)}`, href: address }],
    body: html`${refusal === undefined ? doneBanner(request.query, { declared: 'Your declaration is recorded. The officer who takes the minutes sees it.' }) : faultSummary(refusal)}
${lead('What you declare here is told to the officer before the meeting. You still say it at the meeting, when the item is reached.')}
${own(found.value)}${ownForm(request, found.value, refusal)}<p class="govuk-body">${link(address, 'Back to the pack')}</p>`,
    hasFaults: refusal !== undefined,
    status: refusal === undefined ? 200 : refusal.kind === 'invalid' ? 400 : 409,
  }
}

function own({ declared }: OwnView): Html | undefined {
  if (declared.length === 0) return undefined
  const rows = declared.map(({ declaration, follows }) => html`<li>Item ${declaration.item}: ${statusTag(natureWords[declaration.nature], 'neutral')} ${userText(declaration.sensitive ? 'Sensitive: details withheld.' : (declaration.words ?? ''))} ${follows.why}</li>`)
  return html`<h2 class="govuk-heading-m">Declared already</h2><ul class="govuk-list govuk-list--bullet">${rows}</ul><p class="govuk-body">To change one, tell the officer.</p>`
}

function ownForm(request: StaffRequest, { meeting, touched }: OwnView, refusal: Refusal | undefined): Html {
  const { form, session, path, query } = request
  const items = meeting.items.filter(({ withdrawn }) => withdrawn === undefined).map(({ number, title }) => ({ value: String(number), text: `${number}. ${title}` }))
  return html`<form method="post" action="${path}" novalidate>${csrfInput(session.formToken)}<input type="hidden" name="press" value="${randomUUID()}">
${knownInterests(form, touched, refusal)}
${interestFields({ form, refusal, items, item: query.get('item') ?? '', isOwn: true })}${button({ text: 'Declare this interest', preventDoubleClick: true })}</form>`
}
