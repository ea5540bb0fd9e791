import { formatDay } from '#core/date-words.ts'
import { given } from '#core/given.ts'
import { parseTime } from '#core/london-time.ts'
import { ok, refuse, type Fault, type Outcome, type Refusal } from '#core/outcome.ts'
import { parseTypedDay } from '#core/typed-day.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { PreviewRow } from './plan-preview.ts'
import { mostMeetings, readFrame, type PlanFrame, type TypedFields } from './plan.ts'
import { clashKey, isImpossible, type Proposal, type ProposedTime } from './proposals.ts'

/** The rows as they were typed; pressing a suggestion puts it into its row. */
export function typedRows({ form }: StaffRequest, deed: string): PreviewRow[] {
  const [, row, suggested = ''] = /^use-(\d+)-(\d{4}-\d{2}-\d{2})$/.exec(deed) ?? []
  const count = form.names().filter((name) => /^date-\d+$/.test(name)).length
  return Array.from({ length: Math.min(count, mostMeetings) }, (_, index) => {
    const isSuggested = row === String(index)
    return {
      date: isSuggested ? suggested : form.text(`date-${index}`),
      time: form.text(`time-${index}`),
      isChosen: isSuggested || form.has(`use-${index}`),
    }
  })
}

/** The rows as days and times, with what the meetings have in common. Faults are named by the fields of their rows. */
export function readRows(form: TypedFields, rows: readonly PreviewRow[]): Outcome<{ frame: PlanFrame; times: ProposedTime[] }> {
  const frame = readFrame(form)
  const faults: Fault[] = frame.ok ? [] : [...frame.refusal.faults]
  const times = rows.flatMap((row, index): ProposedTime[] => {
    const [date, time] = [parseTypedDay(row.date), parseTime(row.time)]
    if (date === undefined) faults.push({
      field: `date-${index}`,
      found: row.date.slice(0, 100),
      message: `Date ${index + 1}: give a day, such as 14 April 2026`,
    })
    if (row.time !== '' && time === undefined) faults.push({
      field: `time-${index}`,
      found: row.time.slice(0, 50),
      message: `Date ${index + 1}: give the time as 14:00`,
    })
    return date === undefined ? [] : [{ date, ...given('time', time) }]
  })
  return frame.ok && faults.length === 0 ? ok({ frame: frame.value, times }) : refuse('invalid', '', faults)
}

/** Each row with what is to be said of its day. */
export function withProposals(rows: readonly PreviewRow[], proposals: readonly Proposal[]): PreviewRow[] {
  return rows.map((row, index) => ({ ...row, ...given('proposal', proposals[index]) }))
}

/** What speaks against a chosen day must have been seen before it is created in spite of it. */
export function unseenClashes(rows: readonly PreviewRow[], form: TypedFields): Refusal | undefined {
  const seen = new Set(form.all('seen'))
  const faults = rows.flatMap(({ isChosen, proposal }, index) => {
    if (!isChosen || proposal === undefined) return []
    const unseen = proposal.clashes.filter((clash) => isImpossible(proposal) || !seen.has(clashKey(proposal, clash)))
    return unseen.map(({ words }) => ({ field: `date-${index}`, found: proposal.date, message: `${formatDay(proposal.date)}: ${words}` }))
  })
  if (faults.length === 0) return undefined
  return refuse(
    'conflict',
    'Look at these dates again: they have clashes that you had not been shown, or cannot be used. Nothing was created. Change them, untick them, or create them all the same.',
    faults,
  ).refusal
}

/** Faults that the deed names by the day are shown at the row of the day. */
export function atTheirRows(refusal: Refusal, rows: readonly PreviewRow[]): Refusal {
  const fieldOf = (field: string | undefined) => {
    const index = rows.findIndex(({ proposal }) => proposal?.date === field)
    return index === -1 ? field : `date-${index}`
  }
  return { ...refusal, faults: refusal.faults.map((fault) => ({ ...fault, ...given('field', fieldOf(fault.field)) })) }
}
