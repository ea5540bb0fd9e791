import { formatDay } from '#core/date-words.ts'
import { dueWords, type LocalSettings } from '#features/rules'
import { details } from '#platform/pages/components/details.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { isKey, needsPrivateNotices } from '../clock/may-decide.ts'
import { clock, type DayDue } from '../clock/notice-clock.ts'
import { entryAddress, type PlanEntry } from '../entry/plan-entry.ts'
import { officeWords } from '../entry/words.ts'
import { earlierNotices, type AddressedNotice } from '../papers/notice.ts'

/** Each notice of an entry: when it had to be given, both dates where the law leaves two, and when it was, with the working; nothing for a decision that needs none. */
export function clockSection(entry: PlanEntry, local: LocalSettings): Html | undefined {
  const day = entry.decision?.on ?? entry.expected.from
  const parts = [
    ...(isKey(entry) ? [keyNotice(entry, clock('key-decision-notice', day, local))] : []),
    ...(entry.route === undefined ? [] : [route(entry, local)]),
    ...(needsPrivateNotices(entry) ? privateNotices(entry, clock('private-meeting-notice', day, local), clock('private-meeting-second-notice', day, local)) : []),
  ]
  const earlier = earlierNotices(entry)
  if (parts.length === 0 && earlier.length === 0) return undefined
  return html`<h2 class="govuk-heading-m">Notice to the public</h2>${parts}${earlier.length > 0 && html`<h3 class="govuk-heading-s">Notices that hold no longer</h3>${noticeLinks(entry, earlier)}`}`
}

/** The ways to notices that hold no longer, each with its day and since when. */
export function noticeLinks(entry: PlanEntry, notices: readonly AddressedNotice[]): Html {
  const lines = notices.map(({ word, notice, replaced }) => html`<li>${link(`${entryAddress(entry)}/${word}`, `${notice.title}, ${formatDay(notice.on)}`)}${replaced && html`: until ${formatDay(replaced.on)}. ${userText(replaced.reason)}`}</li>`)
  return html`<ul class="govuk-list">${lines}</ul>`
}

type Clock = ReturnType<typeof clock>

function keyNotice(entry: PlanEntry, due: Clock): Html {
  return notice('Notice of the key decision', given(entry, entry.noticed, 'key-decision'), due)
}

function route(entry: PlanEntry, local: LocalSettings): Html {
  const { route } = entry
  if (route?.kind === 'general-exception') return notice('General exception', given(entry, route.on, 'general-exception'), clock('general-exception', route.on, local), 'The decision is possible')
  return html`<h3 class="govuk-heading-s">Special urgency</h3><p class="govuk-body">${route && html`Agreed by ${officeWords[route.office]} on ${formatDay(route.on)}. ${link(`${entryAddress(entry)}/special-urgency`, 'Read the notice')}`}</p>`
}

function privateNotices(entry: PlanEntry, first: Clock, second: Clock): Html[] {
  const held = entry.private
  if (held?.agreed !== undefined) {
    return [html`<h3 class="govuk-heading-s">Private meeting without the full notices</h3><p class="govuk-body">Agreed by ${officeWords[held.agreed.office]} on ${formatDay(held.agreed.on)}. ${link(`${entryAddress(entry)}/private-urgency`, 'Read the notice of the private meeting')}</p>`]
  }
  return [
    notice('Private meeting: first notice', given(entry, held?.firstNotice, 'private-first'), first),
    notice('Private meeting: second notice', given(entry, held?.secondNotice, 'private-second'), second),
  ]
}

const linkWords = { 'key-decision': 'Read the notice of the key decision', 'general-exception': 'Read the notice of the general exception', 'private-first': 'Read the first notice', 'private-second': 'Read the second notice' } as const

function given(entry: PlanEntry, on: PlanEntry['noticed'], path: keyof typeof linkWords): Piece {
  return on === undefined ? 'Not published.' : html`Published on ${formatDay(on)}. ${link(`${entryAddress(entry)}/${path}`, linkWords[path])}`
}

function notice(heading: string, published: Piece, due: Clock, leading = 'Due by'): Html {
  return html`<h3 class="govuk-heading-s">${heading}</h3><p class="govuk-body">${published}</p>${due.ok ? workingOf(heading, due.value, leading) : html`<p class="govuk-body">${due.refusal.message}</p>`}`
}

function workingOf(heading: string, due: DayDue, leading: string): Html {
  return html`<p class="govuk-body">${leading}: ${dueWords(due)}.</p>${details({
    summary: html`How this is counted<span class="govuk-visually-hidden">: ${heading}</span>`,
    content: html`<ul class="govuk-list govuk-list--bullet">${due.working.map((step) => html`<li>${step}</li>`)}</ul><p class="govuk-body-s">${due.citation}</p>`,
  })}`
}
