import type { StaffPage } from '#access/staff/staff-page.ts'
import type { MeetingsApp } from '#features/meetings'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { changedSection, unconfirmedSection } from '../../dashboards/parts/changed-section.ts'
import { exceptionsSection } from '../../dashboards/parts/exceptions-section.ts'
import { legend } from '../../dashboards/parts/legend.ts'
import { allMeasures } from '../../dashboards/parts/all-measures.ts'
import { rankingsSection } from '../../dashboards/parts/ranking-section.ts'
import { summarySection } from '../../dashboards/parts/summary-section.ts'
import { dashboardView } from '../../dashboards/view/dashboard-view.ts'
import { refuse } from '#core/outcome.ts'
import { dashboardAddress, type Release } from '../release.ts'
import { releaseCrumbs, staffReleaseAddress } from './addresses.ts'
import { keyOf } from './release-page.ts'
import { lookAtRelease } from './release-view.ts'

/** `/staff/releases/{body}/{period}/preview`: the dashboard as the public will read it, by the same hands that write the public page. */
export const previewPage: StaffPage<MeetingsApp> = {
  path: '/staff/releases/:body/:period/preview',
  show: async (request) => {
    const found = await lookAtRelease(request.context, keyOf(request))
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const { kept, preview, versions } = found.value
    if (preview === undefined) return { kind: 'moved', to: dashboardAddress(kept) }
    if (preview.entries.length === 0) return { kind: 'refused', refusal: refuse('not-now', 'There is nothing to show yet: no measure is chosen, or small numbers could be worked out. The page of the release says which.').refusal }
    const approved = 'approved' in kept.standing ? kept.standing.approved : { by: '', on: '' }
    const release: Release = { ...preview.outline, version: kept.version + 1, publishedAt: request.now, approvedBy: approved.by, approvedOn: approved.on }
    const view = dashboardView({ release, entries: preview.entries, versions: [{ version: release.version, publishedAt: release.publishedAt, note: release.note }, ...versions] })
    return {
      kind: 'page',
      title: `Before it is published: ${release.title}`,
      crumbs: releaseCrumbs(kept),
      body: html`${insetText({ text: html`This is not public. What is hidden is hidden here too. ${link(staffReleaseAddress(kept), 'Back to the release')}` })}
<div class="gt-dashboard__first">${summarySection(view)}${exceptionsSection(view)}</div>
${allMeasures({ ...view, themes: [], strategies: [] }, undefined)}${rankingsSection(view)}${changedSection(view)}${unconfirmedSection(view)}${legend(release)}`,
    }
  },
}
