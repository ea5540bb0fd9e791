import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import type { Reader } from '#platform/database/database.ts'
import { bodyNames } from '#features/bodies'
import { isWithheldItem, sightOf, whenInWords, type Sight, type ItemInWork, type MeetingId, type MeetingInWork } from '#features/meetings'
import type { LocalDate } from '#core/dates.ts'
import { recordOfSitting } from '../../sitting/record-of-sitting.ts'
import { apologyLines, declarationLines } from '../record/sitting-groups.ts'
import { composeMinutes, type ComposedMinutes } from '../publishing/compose-minutes.ts'
import { whyNotCirculated } from '../verbs/turns.ts'
import { meetingNamed, noSuchMeeting, subjectOf } from '../work/minutable.ts'
import type { MinuteInWork, ResolutionInWork } from '../work/minutes-in-work.ts'
import { toConfirm } from '../work/read-minutes.ts'

/** Everything that the pages of minutes show of a meeting. */
export interface TakingView {
  readonly meeting: MeetingInWork
  readonly bodyName: string
  readonly composed: ComposedMinutes
  readonly items: readonly TakenItem[]
  /** Names of bodies, to whom something may be referred. */
  readonly bodies: readonly string[]
  readonly mayTake: boolean
  readonly mayPublish: boolean
  /** What keeps the minutes from being circulated. */
  readonly open: readonly { readonly message: string }[]
}

/** An item of the agenda with what is minuted of it. */
export interface TakenItem {
  readonly number: number
  readonly title: string
  readonly item: ItemInWork
  /** Has a part for members alone. */
  readonly isWithheld: boolean
  /** The reader may read that part. */
  readonly mayOpen: boolean
  /** Given, or as it would be given now. */
  readonly minuteNumber?: number
  readonly minute?: MinuteInWork
  readonly resolutions: readonly ResolutionInWork[]
  /** What the minute says by itself. */
  readonly said: readonly string[]
  /** What the record of attendance says on this item. */
  readonly recorded: readonly string[]
  /** Minutes of earlier meetings that can be confirmed here. */
  readonly toConfirm: readonly { readonly meeting: MeetingId; readonly date: LocalDate }[]
}

/** Reads the minutes of the meeting of the address, for somebody who may see them. */
export function lookAtMinutes({ context, params }: StaffRequest): Promise<Outcome<TakingView>> {
  const deed = { verb: 'minutes.see', subject: subjectOf(params['meeting']) }
  return look(context, deed, async (reader) => {
    const meeting = await meetingNamed(reader, params['meeting'])
    if (!meeting.ok) return meeting
    const sight = await sightOf(reader, meeting.value, context)
    if (!sight.isMeetingShown) return noSuchMeeting
    const composed = await composeMinutes(reader, meeting.value)
    const names = await bodyNames(reader)
    return ok({
      meeting: meeting.value,
      bodyName: composed.record.bodyName,
      composed,
      items: await takenItems(reader, composed, sight),
      bodies: [...names.values()].toSorted(),
      mayTake: context.may(context.actor, 'minutes.take'),
      mayPublish: context.may(context.actor, 'minutes.publish'),
      open: whyNotCirculated(composed),
    })
  })
}

async function takenItems(reader: Reader, { meeting, minutes, numbers, said }: ComposedMinutes, sight: Sight): Promise<TakenItem[]> {
  const { body, date } = meeting.facts
  const waiting = await toConfirm(reader, body, date)
  const sitting = await recordOfSitting(reader, meeting.id)
  return meeting.items.filter(sight.isShown).map((item): TakenItem => {
    const number = numbers.get(item.number)
    const minute = minutes.minutes.get(item.number)
    const { standing } = item.facts
    return {
      number: item.number,
      title: item.facts.title,
      item,
      isWithheld: isWithheldItem(item.facts),
      mayOpen: sight.mayOpen(item),
      ...(number === undefined ? {} : { minuteNumber: number }),
      ...(minute === undefined ? {} : { minute }),
      resolutions: minutes.resolutions.get(item.number) ?? [],
      said: said.get(item.number) ?? [],
      recorded: sitting === undefined ? [] : standing === 'apologies' ? apologyLines(sitting) : standing === 'interests' ? declarationLines(sitting) : [],
      toConfirm: standing === 'minutes' ? waiting : [],
    }
  })
}

/** Of the minutes of a meeting. */
export function minutesAt({ id }: Pick<MeetingInWork, 'id'>): string {
  return `/staff/meetings/${id}/minutes`
}

/** The way to a page of the minutes; from the minutes themselves on where it is a page below them. */
export function minutesCrumbs({ meeting, bodyName }: Pick<TakingView, 'meeting' | 'bodyName'>, isBelow: boolean) {
  return [
    { text: 'Meetings', href: '/staff/meetings' },
    { text: `${bodyName}, ${whenInWords(meeting.facts)}`, href: `/staff/meetings/${meeting.id}` },
    ...(isBelow ? [{ text: 'Minutes', href: minutesAt(meeting) }] : []),
  ]
}
