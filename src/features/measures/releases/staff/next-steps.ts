import type { Refusal } from '#core/outcome.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { isError } from '../checks/check-item.ts'
import { withoutArticle } from '../../commentary/model/post.ts'
import { signedByThem } from '../deeds/approve-release.ts'
import { isAmended, type KeptRelease } from '../model/release-draft.ts'
import { changedSince } from '../preview/changed-since.ts'
import { changedPart } from './changed-part.ts'
import { amendForm, approveForm, backForm, checkForm, dropForm, publishForms, type DeedForm } from './deed-forms.ts'
import type { ReleaseView } from './release-view.ts'

/** What of it is not any more what was checked. */
export function changedIn({ kept: { standing }, preview }: { readonly kept: KeptRelease; readonly preview: ReleaseView['preview'] | undefined }): readonly string[] {
  return preview !== undefined && 'checked' in standing ? changedSince(preview, standing.checked) : []
}

/** Posts that approved before, and those that answer for a measure in it. */
function postsToOffer(posts: readonly string[], preview: ReleaseView['preview']): readonly string[] {
  return [...new Set([...posts.map(withoutArticle), ...(preview?.entries.map(({ sheet }) => sheet.definition.owner) ?? [])])]
}

/** The forms for what may be done next, by state and by who asks. */
export function nextSteps({ kept, preview, posts }: ReleaseView, { context, form, session }: StaffRequest, refusal: Refusal | undefined): Html {
  const may = (verb: string) => context.may(context.actor, verb)
  const page: DeedForm = { kept, form, refusal, token: session.formToken }
  const { state } = kept.standing
  const changed = changedIn({ kept, preview })
  const isAsChecked = changed.length === 0
  const isSound = preview !== undefined && !preview.found.some(isError)
  return html`${state === 'assembling' && !isSound && html`<p class="govuk-body">It can be checked once what stops it is put right.</p>`}
${state === 'assembling' && isSound && may('releases.assemble') && checkForm(page, preview, 'it as the public will see it, and at what is hidden')}
${changedPart(page, changed, may('releases.approve') || may('releases.assemble'))}
${state === 'checked' && isAsChecked && may('releases.approve') && approveForm(page, { signed: preview === undefined ? 0 : signedByThem(preview, context.actor), posts: postsToOffer(posts, preview) })}
${(state === 'approved' || state === 'embargoed') && isAsChecked && may('releases.publish') && publishForms(page)}
${(state === 'checked' || state === 'approved' || state === 'embargoed') && (may('releases.approve') || may('releases.assemble')) && backForm(page)}
${state === 'published' && may('releases.publish') && amendForm(page)}${isAmended(kept) && may('releases.publish') && dropForm(page)}`
}
