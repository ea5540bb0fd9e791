import { ok } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffSection } from '#access/staff/staff-section.ts'
import type { MeetingsApp } from '#features/meetings'
import { taskList } from '#platform/pages/components/task-list.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import type { KeptRelease } from '../model/release-draft.ts'
import { releasesKept } from '../store/read-releases.ts'
import { releasesPath, staffReleaseAddress } from './addresses.ts'
import { waitsFor } from './state-words.ts'

const most = 10

/** "Figures to publish": for whoever approves what waits for that, for those who make releases what came back, is approved or goes out by itself. */
export const releasesSection: StaffSection<MeetingsApp> = async ({ context }) => {
  const may = (verb: string) => context.may(context.actor, verb)
  if (!may('releases.approve') && !may('releases.assemble')) return undefined
  const found = await look(context, { verb: 'measures.see', subject: { kind: 'releases', id: 'next' } }, async (reader) => ok(await releasesKept(reader, { states: ['assembling', 'checked', 'approved', 'embargoed'], limit: 100 })))
  if (!found.ok) return undefined
  const shown = found.value.filter((release) => isForMe(release, { approves: may('releases.approve'), assembles: may('releases.assemble') })).slice(0, most)
  if (shown.length === 0) return undefined
  const items = shown.map((release) => ({ title: html`${userText(release.draft.title)}`, hint: hintOf(release), href: staffReleaseAddress(release), status: statusWords[release.standing.state] }))
  return html`<h2 class="govuk-heading-m">Figures to publish</h2>${taskList({ items, idPrefix: 'releases' })}<p class="govuk-body">${link(releasesPath, 'All releases of figures')}</p>`
}

const statusWords = { assembling: 'To be checked', checked: 'To be approved', approved: 'To be published', embargoed: 'Goes out by itself', published: '' } as const

function isForMe({ standing }: KeptRelease, { approves, assembles }: { readonly approves: boolean; readonly assembles: boolean }): boolean {
  return standing.state === 'checked' ? approves : assembles || (approves && standing.state === 'embargoed')
}

/** The state stands beside it: the hint says what more there is. */
function hintOf(release: KeptRelease): Html {
  const { standing, bodyName } = release
  const isPlain = standing.state === 'assembling' && standing.back === undefined
  return isPlain ? userText(bodyName) : html`${userText(bodyName)}. ${waitsFor(release)}`
}
