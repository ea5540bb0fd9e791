import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { warningText } from '#platform/pages/components/warning-text.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { bodyNames, publishedBody } from '#features/bodies'
import type { MeetingsApp } from '../meetings-app.ts'
import type { BodyTemplate } from './body-template.ts'
import { keptTemplate, saveTemplate, takesSpeakers } from './keep-template.ts'
import { readTemplateForm } from './read-template-form.ts'
import { rowFieldWords } from './standing-rows.ts'
import { templateForm } from './template-form.ts'
import { templateFieldNames, typedTemplate, valuesOfTemplate, type TemplateValues } from './template-values.ts'

const noBody = refuse('not-found', 'There is no body of this name. The list of bodies shows those there are.')

/** Saves how the meetings of a body are made, over the revision that the officer saw. Meetings that are planned already stay as they are. */
function editTemplate(context: Context, body: string, typed: TemplateValues, revision: number): Promise<Outcome<void>> {
  return act(context, { verb: 'templates.edit', subject: { kind: 'template', id: body } }, async (tx) => {
    if (!(await bodyNames(tx.reader)).has(body)) return noBody
    const kept = await keptTemplate(tx.reader, body)
    const template = readTemplateForm(body, typed, kept.template.source)
    if (!template.ok) return template
    const saved = await saveTemplate(tx, template.value, revision)
    return saved.ok ? ok(undefined) : saved
  })
}

/** `/staff/templates/:body` */
export const templatePage: StaffPage<MeetingsApp> = {
  path: '/staff/templates/:body',
  show: (request) => showTemplate(request),
  submit: async (request) => {
    const typed = typedTemplate(request.form)
    const revision = request.form.whole('revision')
    const body = request.params['body'] ?? ''
    const done = await editTemplate(request.context, body, typed, Number.isSafeInteger(revision) ? revision : -1)
    if (done.ok) return { kind: 'moved', to: `/staff/templates/${body}?done=saved` }
    const isHere = done.refusal.kind === 'invalid' || done.refusal.kind === 'conflict'
    return isHere ? showTemplate(request, { typed, refusal: done.refusal, revision }) : { kind: 'refused', refusal: done.refusal }
  },
}

interface Refused {
  readonly typed: TemplateValues
  readonly refusal: Refusal
  readonly revision: number
}

async function showTemplate(request: StaffRequest, refused?: Refused): Promise<StaffAnswer> {
  const body = request.params['body'] ?? ''
  const found = await look(request.context, { verb: 'templates.edit', subject: { kind: 'template', id: body } }, async (reader) => {
    const published = await publishedBody(reader, body)
    return published === undefined ? noBody : ok({ body: published.body, ...(await keptTemplate(reader, body)) })
  })
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { body: known, template, revision } = found.value
  const { name } = known
  const stands = valuesOfTemplate(template)
  const isConflict = refused?.refusal.kind === 'conflict'
  const form = templateForm({
    action: request.path,
    token: request.session.formToken,
    values: refused?.typed ?? stands,
    // Beside what somebody else saved, what is typed rests on that; for faults of its own it still rests on what it was opened with.
    revision: refused === undefined || isConflict ? revision : refused.revision,
    refusal: refused?.refusal,
  })
  const content = html`${refused === undefined ? doneBanner(request.query, { saved: savedWords(body) }) : faultSummary(refused.refusal)}
${hasSpeakersItem(template) && !takesSpeakers(known) && warningText({ text: nobodySpeaks(known.slug) })}
${isConflict && whatStands(stands, refused.typed)}
${revision === 0 && insetText({ text: 'Nobody has made a template of this body yet. These are the items that the law and custom ask of every meeting in public.' })}
<p class="govuk-body">New meetings of this body begin so. Those that are planned already stay as they are.</p>${form}`
  const status = refused === undefined ? 200 : isConflict ? 409 : 400
  return { kind: 'page', title: `Template: ${name}`, body: content, crumbs: [{ text: 'Meetings', href: '/staff/meetings' }, { text: 'Templates', href: '/staff/templates' }], status, hasFaults: refused !== undefined }
}

/** The way on from a template to the meetings that begin with it. */
function savedWords(body: string): Html {
  return html`The template is saved. ${link(`/staff/meetings/plan?body=${body}`, 'Plan meetings of this body')}`
}

function nobodySpeaks(body: string): Html {
  const change = link(`/staff/bodies/${body}/participation`, 'record the rule by which the public may speak')
  return html`Public participation stands on each agenda of this body, but its terms of reference provide for none, so the public pages take no request to speak. Take the item out, or ${change}.`
}

function hasSpeakersItem({ standingItems }: BodyTemplate): boolean {
  return standingItems.some(({ standing }) => standing === 'public-participation')
}

/** What somebody else saved meanwhile, where it is not what was typed. */
function whatStands(stands: TemplateValues, typed: TemplateValues): Html {
  const names = [...new Set([...Object.keys(stands), ...Object.keys(typed)])].filter((name) => (stands[name] ?? '') !== (typed[name] ?? '') && !name.endsWith('-order'))
  if (names.length === 0) return insetText({ text: 'What stands now is what you typed: there is nothing more to save.' })
  const rows = names.map((name) => {
    const value = stands[name] ?? ''
    return { key: templateFieldNames[name] ?? rowFieldWords(name) ?? name, value: value === '' ? 'Nothing' : userText(value) }
  })
  return html`<h2 class="govuk-heading-m">What stands now, where it differs from what you typed</h2>${summaryList({ rows })}
<p class="govuk-body">Below is what you typed. Saving puts it in place of what stands now.</p>`
}
