import { countOf } from '#core/count-in-words.ts'
import { parsePeriod } from '#core/periods/period.ts'
import { periodInWords } from '#core/periods/period-words.ts'
import type { Outcome, Refusal } from '#core/outcome.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { button } from '#platform/pages/components/button.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { summaryList } from '#platform/pages/components/summary-list.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { faultSummary } from '#platform/pages/form.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { checkKinds, type CheckKind } from '../checks/check-item.ts'
import { approveRelease } from '../deeds/approve-release.ts'
import { checkAgain, sendBack } from '../deeds/send-back.ts'
import { checkRelease, reasonField } from '../deeds/check-release.ts'
import { amendRelease, dropAmendment } from '../deeds/amend-release.ts'
import { embargoRelease, liftEmbargo, publishRelease } from '../deeds/publish-release.ts'
import type { ReleaseSeen } from '../deeds/turn-release.ts'
import { lastCheck } from '../model/last-check.ts'
import { measuresOf, type KeptRelease, type ReleaseKey } from '../model/release-draft.ts'
import { dashboardAddress } from '../release.ts'
import { releaseCrumbs, staffReleaseAddress } from './addresses.ts'
import { checkSection } from './check-section.ts'
import { hiddenSection } from './hidden-section.ts'
import { historySection } from './history-section.ts'
import { changedIn, nextSteps } from './next-steps.ts'
import { lookAtRelease, type ReleaseView } from './release-view.ts'
import { stateTags, waitsFor } from './state-words.ts'
import { typedStill } from './typed-still.ts'

const path = '/staff/releases/:body/:period'

export function keyOf({ params }: Pick<StaffRequest, 'params'>): ReleaseKey {
  return { body: params['body'] ?? '', period: params['period'] ?? '' }
}

/** `/staff/releases/{body}/{period}`: how a release stands, what was found in it, what is hidden, and what may be done next. */
export const releasePage: StaffPage<MeetingsApp> = { path, show: (request) => showRelease(request) }

export const releaseDeedPages: readonly StaffPage<MeetingsApp>[] = [
  deedPage('check', ({ context, form }, app, seen) => checkRelease(context, app, seen, { reasons: Object.fromEntries((Object.keys(checkKinds) as CheckKind[]).map((kind) => [kind, form.text(reasonField(kind))])), shown: form.text('shown').split(' ') })),
  deedPage('approve', ({ context, form }, app, seen) => approveRelease(context, app, seen, form.text('by'))),
  deedPage('back', ({ context, form }, app, seen) => sendBack(context, app, seen, form.text('back'))),
  deedPage('again', ({ context }, app, seen) => checkAgain(context, app, seen)),
  deedPage('embargo', ({ context, form }, app, seen) => embargoRelease(context, app, seen, { day: form.text('day'), time: form.text('time') })),
  deedPage('lift', ({ context }, app, seen) => liftEmbargo(context, app, seen)),
  deedPage('publish', ({ context }, app, seen) => publishRelease(context, app, seen)),
  deedPage('amend', ({ context, form }, app, seen) => amendRelease(context, app, seen, form.text('note'))),
  deedPage('drop', ({ context }, app, seen) => dropAmendment(context, app, seen)),
]

/** An address below a release to which one of its forms is sent. */
function deedPage(word: string, deed: (request: StaffRequest, app: MeetingsApp, seen: ReleaseSeen) => Promise<Outcome<void>>): StaffPage<MeetingsApp> {
  return {
    path: `${path}/${word}`,
    submit: async (request, app) => {
      const key = keyOf(request)
      const done = await deed(request, app, { ...key, revision: request.form.whole('revision') })
      return done.ok ? { kind: 'moved', to: `${staffReleaseAddress(key)}?done=${word}` } : showRelease(request, done.refusal)
    },
  }
}

const doneWords = {
  assembled: 'Saved. Look at it as the public will see it, then check it.',
  check: 'It is checked, and waits for approval.',
  approve: 'It is approved. Somebody who publishes can send it out, now or at a moment.',
  back: 'It is sent back, with what you wrote.',
  again: 'It is put together once more. Look at what changed, then check it.',
  embargo: 'It will go out by itself at its moment.',
  lift: 'It is taken off its moment, and waits to be published.',
  publish: 'It is published.',
  amend: 'The next version is begun. The one that stands stays as it is until this is published.',
  drop: 'The amendment is dropped. What is published stands as it is.',
}

async function showRelease(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookAtRelease(request.context, keyOf(request))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const view = found.value
  return {
    kind: 'page',
    title: `${view.kept.draft.title}, ${view.kept.bodyName}`,
    crumbs: releaseCrumbs(),
    status: status ?? 200,
    hasFaults: refusal !== undefined,
    body: html`${refusal === undefined ? doneBanner(request.query, doneWords) : faultSummary(refusal)}${facts(view)}${ways(view, request)}
${view.preview !== undefined && checkSection(view.preview, { reasons: reasonsOf(view.kept), last: lastCheck(view.kept.standing) })}
${nextSteps(view, request, refusal)}${typedStill(request.form, refusal)}
${view.preview !== undefined && hiddenSection(view.preview)}${historySection(view)}`,
  }
}

function reasonsOf({ standing }: KeptRelease) {
  return standing.state === 'assembling' || standing.state === 'published' ? [] : standing.checked.reasons
}

function facts({ kept, preview }: ReleaseView): Html {
  const { body, bodyName, draft, version, note } = kept
  const period = parsePeriod(kept.period)
  const isChanged = changedIn({ kept, preview }).length > 0
  const waits = isChanged ? link('#changed', 'Another check: it is no longer what was checked') : waitsFor(kept)
  return summaryList({
    rows: [
      { key: 'State', value: stateTags(kept, isChanged) },
      ...(waits === undefined ? [] : [{ key: 'What it waits for', value: html`<span class="gt-typed">${waits}</span>` }]),
      { key: 'Body', value: link(`/bodies/${body}`, userText(bodyName)) },
      { key: 'Period', value: period === undefined ? kept.period : periodInWords(period) },
      { key: 'Measures', value: `${countOf(measuresOf(draft).length, 'measures')} under ${countOf(draft.headings.length, 'headings')}` },
      ...(version === 0 ? [] : [{ key: 'Published', value: link(dashboardAddress(kept), `Version ${version}, as everybody reads it`) }]),
      ...(note === '' ? [] : [{ key: 'The next version corrects', value: userText(note) }]),
    ],
  })
}

/** The pages of the release besides this one. */
function ways({ kept, preview }: ReleaseView, { context }: StaffRequest): Html | undefined {
  if (preview === undefined) return undefined
  const mayAssemble = context.may(context.actor, 'releases.assemble')
  return html`<div class="govuk-button-group">${mayAssemble && button({ text: 'Choose and order its measures', href: staffReleaseAddress(kept, 'assemble'), classes: 'govuk-button--secondary' })}${preview.entries.length > 0 && link(staffReleaseAddress(kept, 'preview'), 'As the public will see it')}</div>
${kept.standing.state !== 'assembling' && mayAssemble && insetText({ text: 'What you change in it sends it back: it is to be checked and approved again.' })}`
}
