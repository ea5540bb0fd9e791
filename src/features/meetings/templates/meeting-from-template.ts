import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { itemFields } from '../record/meetings-file.ts'
import type { ItemFacts, MeetingFacts } from '../work/meeting-in-work.ts'
import type { BodyTemplate, StandingItem } from './body-template.ts'

/** A meeting of the body on this day as it usually is: planned, in public, without an agenda. */
export function templateFacts(template: BodyTemplate, date: LocalDate): MeetingFacts {
  const { time, venue, attendance, webcast, contact, alsoInvited } = template.usual
  return {
    body: template.body,
    date,
    ...given('time', time),
    ...given('venue', venue),
    attendance,
    webcast,
    public: true,
    privateDevelopment: false,
    status: 'planned',
    ...given('contact', contact),
    alsoInvited: [...alsoInvited],
  }
}

/** The standing items as an agenda begins with them: those that open it, then those that close it. */
export function templateItems(template: BodyTemplate): ItemFacts[] {
  return [...standingAt(template, 'opening'), ...standingAt(template, 'closing')].map(itemFromStanding)
}

function standingAt(template: BodyTemplate, place: StandingItem['place']): StandingItem[] {
  return template.standingItems.filter((item) => item.place === place)
}

/** A standing item as an item of an agenda. */
export function itemFromStanding({ place: _place, minutes, ...facts }: StandingItem): ItemFacts {
  const { number: _number, ...rest } = itemFields.parse({ number: 1, ...facts })
  return { ...rest, ...given('minutes', minutes) }
}
