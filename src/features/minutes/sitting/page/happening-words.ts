import { formatTime } from '#core/date-words.ts'
import { natureWords } from '../declaration.ts'
import type { Happening } from '../happening.ts'
import type { Seat } from '../seats.ts'

/** One line of the record: "Cllr Ashe leaves for an interest". */
export function happeningWords(what: Happening, seats: readonly Seat[]): string {
  const who = 'seat' in what ? (seats.find(({ key }) => key === what.seat)?.membership.person ?? what.seat) : ''
  switch (what.kind) {
    case 'opens':
      return `The meeting is opened at ${formatTime(what.at)}`
    case 'closes':
      return `The meeting is closed at ${formatTime(what.at)}`
    case 'comes-to':
      return 'The meeting comes to this item'
    case 'arrives':
      return `${what.asSubstitute ? `${what.person} sits for ${who}` : `${what.person} is present`}${what.remotely ? ', remotely' : ''}`
    case 'apologises':
      return `Apologies from ${who}`
    case 'leaves':
      return `${who} leaves${what.forInterest ? ' for an interest' : ''}`
    case 'returns':
      return `${who} returns`
    case 'chairs':
      return `${who} takes the chair`
    case 'attends':
      return `${what.name}, ${what.role}, is in attendance`
    case 'education':
      return what.isSo ? 'The item is an education matter' : 'The item is not an education matter'
    case 'declares':
      return `${what.declaration.member} declares: ${natureWords[what.declaration.nature].toLowerCase()}${what.early ? ' (beforehand)' : ''}`
    case 'whips':
      return `Party whip declared by ${what.whip.group}`
    case 'strikes':
      return `Taken back: ${what.reason}`
  }
}
