import { formatDate } from '#core/date-words.ts'
import { parseDate, type LocalDate, type LocalTime } from '#core/dates.ts'
import { dateOf, londonMoment } from '#core/london-time.ts'
import type { Answer, PublicPage, PublicRequest } from '#platform/http/answers.ts'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { whenInWords, written } from '#features/meetings'
import { inventionTag } from '../../actions/action-words.ts'
import { areInvented } from '../record/invented.ts'
import { minutesHtml, sourceHtml } from '../record/minutes-html.ts'
import type { PublishedMinutes } from '../record/published-minutes.ts'
import { stateInWords } from '../record/minutes-state.ts'
import { standingSentence } from '../record/standing-words.ts'
import { minutesVersions, publishedMinutes, type MinutesVersion, type MinutesVersionInList } from './published-minutes.ts'

const noMinutes = { kind: 'not-found', message: 'No minutes of this meeting are published. Its page says how far it has come.' } as const satisfies Answer
const noVersion = { kind: 'not-found', message: 'These minutes have no published version of this number. Their page lists the versions.' } as const satisfies Answer

/** The minutes of the address as they stand, or the version that it names. */
async function found({ params, read }: PublicRequest): Promise<MinutesVersion | Extract<Answer, { kind: 'not-found' }>> {
  const { body = '', date: day = '', version } = params
  const date = parseDate(day)
  if (date === undefined || (version !== undefined && !/^[1-9]\d{0,5}$/.test(version))) return noMinutes
  return (await publishedMinutes(read, body, date, version === undefined ? undefined : Number(version))) ?? (version === undefined ? noMinutes : noVersion)
}

/** A part of the page of minutes that a later feature writes, below them. */
export type MinutesSection = (request: PublicRequest, minutes: PublishedMinutes) => Promise<Html | undefined>

/** `/bodies/{body}/{date}/minutes`, also of a version: attendance, minutes, resolutions, what later features say of them, and the versions. */
async function answerPage(request: PublicRequest, later: readonly MinutesSection[]): Promise<Answer> {
  const shown = await found(request)
  if ('kind' in shown) return shown
  const { minutes } = shown
  const versions = await minutesVersions(request.read, minutes.body, minutes.date)
  const sections = await written(later.map((section) => () => section(request, minutes)))
  const when = whenInWords({ date: minutes.date, ...(minutes.time === undefined ? {} : { time: minutes.time as LocalTime }) })
  return {
    kind: 'page',
    title: `Minutes: ${minutes.bodyName}`,
    description: `What the ${minutes.bodyName} resolved on ${when}. ${stateInWords[minutes.state]}.`,
    crumbs: [
      { text: 'Home', href: '/' },
      { text: minutes.bodyName, href: `/bodies/${minutes.body}` },
      { text: when, href: `/bodies/${minutes.body}/${minutes.date}` },
    ],
    body: html`<p class="govuk-body-l">${when}${minutes.venue !== undefined && html`, ${minutes.venue}`} ${statusTag(stateInWords[minutes.state], minutes.state === 'circulated' ? 'caution' : 'good')} ${areInvented(minutes) && inventionTag('everything')}</p>
${olderVersion(shown, versions)}${insetText({ text: standingSentence(minutes) })}${sourceHtml(minutes)}
<p class="govuk-body"><a class="govuk-link" href="${minutesPdfAddress(shown)}">Download these minutes (PDF, ${shown.pdf.pages === 1 ? '1 page' : `${shown.pdf.pages} pages`})</a></p>
${minutesHtml(minutes)}${sections}${versionsSection(shown, versions)}`,
  }
}

/** `/bodies/{body}/{date}/minutes.pdf`, also of a version. */
async function answerPdf(request: PublicRequest): Promise<Answer> {
  const shown = await found(request)
  if ('kind' in shown) return shown
  const bytes = await request.file(shown.pdf.checksum)
  if (bytes === undefined) return noMinutes
  const { body, date } = shown.minutes
  const version = request.params['version']
  return { kind: 'file', contentType: 'application/pdf', body: bytes, filename: `${body}-${date}-minutes${version === undefined ? '' : `-version-${version}`}.pdf`, inline: true }
}

export function minutesAddress({ body, date }: { readonly body: string; readonly date: LocalDate }): string {
  return `/bodies/${body}/${date}/minutes`
}

/** Where the PDF of this very version stays. */
export function minutesPdfAddress({ minutes, version }: MinutesVersion): string {
  return `${minutesAddress(minutes)}/versions/${version}/minutes.pdf`
}

function olderVersion({ minutes, version }: MinutesVersion, versions: readonly MinutesVersionInList[]): Html | undefined {
  const latest = versions[0]?.version ?? version
  if (latest === version) return undefined
  return insetText({ text: html`This is version ${version} of the minutes, which no longer stands. <a class="govuk-link" href="${minutesAddress(minutes)}">Read the minutes as they stand</a>.` })
}

function versionsSection({ minutes, version }: MinutesVersion, versions: readonly MinutesVersionInList[]): Html | undefined {
  if (versions.length < 2) return undefined
  const line = (one: MinutesVersionInList) => {
    const when = formatDate(dateOf(londonMoment(one.publishedAt.toISOString())))
    const name = `Version ${one.version}, ${when}`
    return html`<li>${one.version === version ? html`${name} (this one)` : html`<a class="govuk-link" href="${minutesAddress(minutes)}/versions/${one.version}">${name}</a>`}: ${one.note}</li>`
  }
  return html`<h2 class="govuk-heading-m" id="versions">Versions of these minutes</h2><ul class="govuk-list govuk-list--bullet">${versions.map(line)}</ul>`
}

/** What the public reads of minutes, with what later features write there. */
export function minutesPages(later: readonly MinutesSection[]): readonly PublicPage[] {
  const answer: PublicPage['answer'] = (request) => answerPage(request, later)
  return [
    { path: '/bodies/:body/:date/minutes', answer },
    { path: '/bodies/:body/:date/minutes.pdf', answer: answerPdf },
    { path: '/bodies/:body/:date/minutes/versions/:version', answer },
    { path: '/bodies/:body/:date/minutes/versions/:version/minutes.pdf', answer: answerPdf },
  ]
}
