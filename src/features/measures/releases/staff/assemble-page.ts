import { ok, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import type { PostedForm } from '#access/staff/posted-form.ts'
import { refusedHere } from '#access/staff/refused-here.ts'
import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { faultSummary } from '#platform/pages/form.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import type { Definition } from '../../definitions/definition.ts'
import { assembleRelease } from '../deeds/assemble-release.ts'
import { noRelease } from '../deeds/turn-release.ts'
import { measuresOf, type KeptRelease, type ReleaseKey } from '../model/release-draft.ts'
import type { TypedDraft } from '../model/typed-draft.ts'
import { cannotMove } from '../model/moves.ts'
import { definitionsIn } from '../store/definitions-in.ts'
import { nameOf, releaseKept } from '../store/read-releases.ts'
import { staffReleaseAddress, releaseCrumbs } from './addresses.ts'
import { assembleForm, rankingFields, rankingRows } from './assemble-form.ts'
import { keyOf } from './release-page.ts'

/** `/staff/releases/{body}/{period}/assemble`: which measures the body reads, under which headings and in which order, and what is ranked. */
export const assemblePage: StaffPage<MeetingsApp> = {
  path: '/staff/releases/:body/:period/assemble',
  show: (request) => showAssemble(request),
  submit: async (request, app) => {
    const key = keyOf(request)
    const done = await assembleRelease(request.context, app, { ...key, revision: request.form.whole('revision') }, typedIn(request.form))
    return done.ok ? { kind: 'moved', to: `${staffReleaseAddress(key)}?done=assembled` } : showAssemble(request, done.refusal)
  },
}

function typedIn(form: PostedForm): TypedDraft {
  const slugs = form.names().flatMap((name) => (name.startsWith('part-') ? [name.slice('part-'.length)] : []))
  return {
    title: form.text('title'),
    measures: slugs.map((slug) => ({ slug, part: form.text(`part-${slug}`), place: form.text(`place-${slug}`) })),
    rankings: Array.from({ length: rankingRows }, (_, row) => Object.fromEntries(rankingFields.map((field) => [field, form.text(`ranking-${row + 1}-${field}`)])) as TypedDraft['rankings'][number]),
  }
}

/** The draft as the form has it. */
function typedFrom({ draft }: KeptRelease): TypedDraft {
  const parts = new Map(draft.headings.flatMap(({ heading, measures }) => measures.map((slug) => [slug, heading] as const)))
  const places = new Map(measuresOf(draft).map((slug, place) => [slug, String((place + 1) * 10)]))
  return {
    title: draft.title,
    measures: [...parts].map(([slug, part]) => ({ slug, part, place: places.get(slug) ?? '' })),
    rankings: draft.rankings.map(({ measure, by, top, title }) => ({ measure, by, top: String(top), title })),
  }
}

async function showAssemble(request: StaffRequest, refusal?: Refusal): Promise<StaffAnswer> {
  const status = refusal === undefined ? 200 : refusedHere[refusal.kind]
  if (refusal !== undefined && status === undefined) return { kind: 'refused', refusal }
  const found = await lookToAssemble(request.context, keyOf(request))
  if (!found.ok) return { kind: 'refused', refusal: found.refusal }
  const { kept, definitions } = found.value
  if (kept.standing.state === 'published' && refusal === undefined) return { kind: 'refused', refusal: cannotMove('published').refusal }
  const typed = request.form.has('title') ? typedIn(request.form) : typedFrom(kept)
  return {
    kind: 'page',
    title: `Choose and order: ${kept.draft.title}`,
    crumbs: releaseCrumbs(kept),
    status: status ?? 200,
    hasFaults: refusal !== undefined,
    body: html`${refusal !== undefined && faultSummary(refusal)}${refusal?.kind === 'conflict' && html`<p class="govuk-body">${link(staffReleaseAddress(kept), 'What stands now')}</p>`}${assembleForm({ kept, typed, definitions, refusal, token: request.session.formToken })}`,
  }
}

/** The measures to choose from: those whose definition names the body, and those that are in it already. */
function lookToAssemble(context: Context, key: ReleaseKey): Promise<Outcome<{ readonly kept: KeptRelease; readonly definitions: readonly Definition[] }>> {
  return look(context, { verb: 'releases.assemble', subject: { kind: 'release', id: nameOf(key).slice(0, 150) } }, async (reader) => {
    const kept = await releaseKept(reader, key)
    if (kept === undefined) return noRelease
    const chosen = new Set(measuresOf(kept.draft))
    const definitions = [...(await definitionsIn(reader, key.period)).values()].filter(({ slug, bodies }) => bodies.includes(key.body) || chosen.has(slug))
    return ok({ kept, definitions })
  })
}
