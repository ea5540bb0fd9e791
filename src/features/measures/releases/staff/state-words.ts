import { formatDate } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag, type Meaning } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { withoutArticle } from '../../commentary/model/post.ts'
import { isAmended } from '../model/release-draft.ts'
import { momentInWords } from '../deeds/publish-release.ts'
import type { KeptRelease, ReleaseState } from '../model/release-draft.ts'

const words: Readonly<Record<ReleaseState, readonly [text: string, meaning: Meaning]>> = {
  assembling: ['Being put together', 'neutral'],
  checked: ['Checked', 'coming'],
  approved: ['Approved', 'good'],
  embargoed: ['Waits for its moment', 'coming'],
  published: ['Published', 'good'],
}

/** How a release stands, in a tag: one that is no longer what was checked waits for that alone. Of one that is amended also that a version stands. */
export function stateTags({ standing, version }: Pick<KeptRelease, 'standing' | 'version'>, isChanged = false): Html {
  return html`${isChanged ? statusTag('To be checked again', 'caution') : statusTag(...words[standing.state])} ${isAmended({ standing, version }) && statusTag(`Version ${version} stands`, 'good')}`
}

/** What it waits for, in a sentence; nothing of what is published. */
export function waitsFor({ standing }: Pick<KeptRelease, 'standing'>): Html | undefined {
  switch (standing.state) {
    case 'assembling':
      return standing.back === undefined ? html`To be checked` : html`It came back: ${userText(standing.back)}`
    case 'checked':
      return html`To be approved. Checked ${formatDate(standing.checked.on)} by ${userText(standing.checked.by)}`
    case 'approved':
      return html`To be published. Approved ${formatDate(standing.approved.on)} by the ${userText(withoutArticle(standing.approved.by))}`
    case 'embargoed':
      return html`Goes out by itself on ${momentInWords(standing.until)}, unless something in it changes`
    case 'published':
      return undefined
  }
}
