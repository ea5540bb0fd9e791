import { dateOf, londonMoment } from '#core/london-time.ts'
import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { momentInWords } from '../deeds/publish-release.ts'
import { dashboardAddress } from '../release.ts'
import type { StepKind } from '../store/tables.ts'
import type { ReleaseView } from './release-view.ts'

const stepWords: Readonly<Record<StepKind, string>> = {
  begun: 'Begun',
  assembled: 'Put together',
  checked: 'Checked',
  approved: 'Approved',
  'sent back': 'Sent back',
  embargoed: 'Set to go out at its moment',
  lifted: 'Taken off its moment',
  published: 'Published',
  stopped: 'Not published at its moment',
  amended: 'Amendment begun',
  dropped: 'Amendment dropped',
  loaded: 'Loaded',
}

/** The versions that stand for good, and what was done. */
export function historySection({ kept, versions, steps }: ReleaseView): Html {
  return html`${versions.length > 0 && html`<h2 class="govuk-heading-m" id="versions">Published versions</h2>
<ul class="govuk-list govuk-list--spaced">${versions.map(({ version, publishedAt, note }) => html`<li>${link(dashboardAddress(kept, version), `Version ${version}`)}, ${momentInWords(publishedAt.toISOString())}${note !== '' && html`: ${userText(note)}`}</li>`)}</ul>`}
<h2 class="govuk-heading-m" id="history">What was done</h2>
<ol class="govuk-list govuk-list--spaced" reversed>${steps.map(({ did, who, words, at }) => html`<li>${stepWords[did]}, ${formatDate(dateOf(londonMoment(at.toISOString())))}, ${did === 'loaded' ? 'through the import' : userText(who)}${words !== '' && html`<br><span class="gt-typed">${userText(words)}</span>`}</li>`)}</ol>`
}
