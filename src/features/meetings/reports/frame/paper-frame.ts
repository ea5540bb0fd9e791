import { formatDay } from '#core/date-words.ts'
import { html, type Html } from '#platform/pages/html.ts'
import type { OpenPaper } from '../rights/open-paper.ts'

interface Crumb {
  readonly text: string
  readonly href: string
}

/** The way to a page of a paper: meetings, the meeting, the paper. */
export function paperCrumbs({ meeting, id, title, kind, report }: OpenPaper): Crumb[] {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: formatDay(meeting.facts.date), href: `/staff/meetings/${meeting.id}` },
    ...(kind === 'appendix' && report !== undefined ? [{ text: 'Its report', href: `/staff/papers/${report}` }] : []),
    { text: title, href: `/staff/papers/${id}` },
  ]
}

/** The pages of one paper, by the end of their address. */
const pages = [
  { below: '', text: 'Write', readers: 'Read' },
  { below: '/comments', text: 'Comments', counts: 'comments' },
  { below: '/clearance', text: 'Clearance', isForReports: true },
  { below: '/pictures', text: 'Pictures', counts: 'pictures' },
  { below: '/appendices', text: 'Appendices', counts: 'appendices', isForReports: true },
  { below: '/import', text: 'Import from Word', isForWriters: true },
  { below: '/history', text: 'History' },
  { below: '/sharing', text: 'Sharing', isForReports: true },
] as const

/** The links between the pages of one paper; `current` is the end of this page's address. */
export function paperNavigation({ id, kind, rights, counts }: OpenPaper, current: (typeof pages)[number]['below'] | 'none'): Html {
  const shown = pages.filter((page) => (kind === 'report' || !('isForReports' in page)) && (rights.write || !('isForWriters' in page)))
  const links = shown.map((page) => {
    const count = 'counts' in page ? counts[page.counts] : 0
    const words = html`${'readers' in page && !rights.write ? page.readers : page.text}${count > 0 && html` (${count})`}`
    const isCurrent = page.below === current && html` aria-current="page"`
    return html`<li><a class="govuk-link" href="/staff/papers/${id}${page.below}"${isCurrent}>${words}</a></li>`
  })
  return html`<nav class="gt-paper-pages" aria-label="This paper"><ul class="gt-paper-pages__list">${links}</ul></nav>`
}

/** What an exempt or confidential paper must always say of itself. */
export function withheldNotice({ isWithheld, item }: OpenPaper): Html | undefined {
  if (!isWithheld) return undefined
  const { exempt, confidential } = item.facts
  const ofItem = exempt === undefined ? 'This item is confidential.' : `This item is exempt under paragraph ${exempt.paragraph} of Schedule 12A.`
  const why = exempt === undefined && !confidential ? 'This meeting is private.' : ofItem
  return html`<p class="govuk-body"><strong class="govuk-tag govuk-tag--purple">Not for publication</strong> ${why} Only officers, its author, those it is shared with and those asked to clear it can see this draft.</p>`
}
