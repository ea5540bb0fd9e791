import type { StaffAnswer, StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { comparedTexts } from '#platform/documents/compared-texts.ts'
import { actionButton } from '#platform/pages/action-button.ts'
import { cursorPagination } from '#platform/pages/cursor-pagination.ts'
import { dataTable } from '#platform/pages/data-table.ts'
import { differencesHtml } from '#platform/pages/differences.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { details } from '#platform/pages/components/details.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { reportPartNames, type ReportPartName } from '../../record/report-parts.ts'
import { momentInWords } from '../frame/moment-words.ts'
import { paperCrumbs, paperNavigation } from '../frame/paper-frame.ts'
import { lookAtPaper } from '../rights/look-at-paper.ts'
import type { OpenPaper } from '../rights/open-paper.ts'
import { partInWords, partName } from '../saving/part-words.ts'
import { saveSection, standingPart } from '../saving/save-section.ts'
import { changeOfPart, changesOfPaper, changesOnAPage, type ChangeWithText, type HistoryOf, type PaperChange } from './changes-of-paper.ts'

async function showHistory(request: StaffRequest): Promise<StaffAnswer> {
  const { context, params, query, now } = request
  const record = await lookAtPaper(context, params.paper, async (reader, opened) => ok({ opened, changes: await changesOfPaper(reader, historyOf(opened), cursorOf(query)) }))
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, changes } = record.value
  const shown = changes.slice(0, changesOnAPage)
  const last = shown.at(-1)
  const rows = shown.map((change) => [momentInWords(change.at, now), change.by ?? 'Loaded from a file', partName(change.part, opened), linkTo(opened, change, now)])
  const body = html`${paperNavigation(opened, '/history')}${!opened.rights.comment && html`<p class="govuk-body">What was written while the item was not for publication is not shown.</p>`}
${rows.length === 0 ? html`<p class="govuk-body">Nothing is saved yet.</p>` : html`<p class="govuk-body">What one person saved within ten minutes is one entry.</p>${dataTable({ caption: 'What was changed, the newest first', columns: [{ heading: 'When' }, { heading: 'By' }, { heading: 'Part' }, { heading: 'What changed' }], rows })}`}
${cursorPagination({ label: 'History', ...(changes.length > changesOnAPage && last !== undefined ? { next: { href: `?after=${encodeURIComponent(`${last.at.toISOString()} ${last.part}`)}`, label: 'Earlier' } } : {}) })}`
  return { kind: 'page', title: 'History', body, crumbs: paperCrumbs(opened) }
}

/** Who writes, was asked or is an officer could read a withheld text when it was written; auditors could not. */
function historyOf({ id, rights }: OpenPaper): HistoryOf {
  return { paper: id, seesWithheld: rights.comment }
}

function cursorOf(query: URLSearchParams): { at: Date; part: string } | undefined {
  const [moment = '', part = ''] = (query.get('after') ?? '').split(' ')
  const at = new Date(moment)
  return Number.isNaN(at.getTime()) ? undefined : { at, part }
}

function linkTo(opened: OpenPaper, { part, revision, at }: PaperChange, now: Date): Html {
  return html`<a class="govuk-link" href="/staff/papers/${opened.id}/history/${part}/${revision}">See the differences<span class="govuk-visually-hidden"> in ${partName(part, opened)}, ${momentInWords(at, now)}</span></a>`
}

interface ChangeRecord {
  readonly opened: OpenPaper
  readonly change: ChangeWithText<ReportPartName>
  readonly standing: number
}

function readChange({ context, params }: StaffRequest): Promise<Outcome<ChangeRecord>> {
  return lookAtPaper(context, params.paper, async (reader, opened) => {
    const part = reportPartNames.find((name) => name === params.part)
    const revision = Number(params.revision)
    const change = part === undefined || !Number.isSafeInteger(revision) || revision > 2_000_000_000 ? undefined : await changeOfPart(reader, historyOf(opened), part, revision)
    if (part === undefined || change === undefined) return refuse('not-found', 'The history has no such entry.')
    return ok({ opened, change, standing: (await standingPart(reader, opened.id, part))?.revision ?? 0 })
  })
}

async function showChange(request: StaffRequest): Promise<StaffAnswer> {
  const record = await readChange(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, change, standing } = record.value
  const words = partInWords(change.part, change.content)
  const before = change.before === undefined ? 'This is its first entry.' : `Compared with what ${change.before.by ?? 'was loaded'} saved ${momentInWords(change.before.at, request.now)}.`
  const isStanding = change.revision === standing
  const deed =
    opened.rights.write &&
    !isStanding &&
    actionButton({ action: `/staff/papers/${opened.id}/history/${change.part}/${change.revision}`, token: request.session.formToken, text: 'Bring this back', fields: { standing: String(standing) } })
  const body = html`<p class="govuk-body">Saved ${momentInWords(change.at, request.now)}${change.by !== undefined && html` by ${change.by}`}. ${before}${isStanding && ' It is how the part stands now.'}</p>
${differencesHtml(comparedTexts(change.before === undefined ? '' : partInWords(change.part, change.before.content), words))}
${details({ summary: 'The whole part as it was then', content: html`<div class="gt-whole-text">${words}</div>` })}
${deed && html`<div class="govuk-button-group">${deed}</div>`}
<p class="govuk-body"><a class="govuk-link" href="/staff/papers/${opened.id}/history">Back to the history</a></p>`
  return { kind: 'page', title: `${partName(change.part, opened)}: what changed in entry ${change.revision}`, body, crumbs: [...paperCrumbs(opened), { text: 'History', href: `/staff/papers/${opened.id}/history` }] }
}

/** Saves an earlier text anew, over the text that stood when the reader asked. */
async function bringBack(request: StaffRequest, app: MeetingsApp): Promise<StaffAnswer> {
  const record = await readChange(request)
  if (!record.ok) return { kind: 'refused', refusal: record.refusal }
  const { opened, change } = record.value
  const basedOn = request.form.whole('standing')
  const saved = await saveSection(request.context, { paper: opened.id, part: change.part, content: change.content, basedOn, at: app.now() })
  return saved.ok ? { kind: 'moved', to: `/staff/papers/${opened.id}?done=brought-back#part-${change.part}` } : { kind: 'refused', refusal: saved.refusal }
}

export const historyPages: readonly StaffPage<MeetingsApp>[] = [
  { path: '/staff/papers/:paper/history', show: showHistory },
  { path: '/staff/papers/:paper/history/:part/:revision', show: showChange, submit: bringBack },
]
