import { formatDate } from '#core/date-words.ts'
import type { PublishedMeeting } from '../../record/meeting.ts'
import { mailSubject } from '../../record/mail-words.ts'
import { meetingAddress } from '../../record/meeting.ts'
import { placeInWords, whenInWords } from '../../record/meeting-words.ts'

/** What a letter to a speaker is about. */
export interface LetterAbout {
  readonly meeting: PublishedMeeting
  readonly origin: string
  readonly reference: string
  readonly item: { readonly number: number; readonly title: string }
  readonly isLate: boolean
}

export interface Letter {
  readonly subject: string
  readonly text: string
}

/**
 * Says that a request has come in. Nothing that was typed is repeated: anybody can type anybody's address, and the council's mail must not
 * carry strangers' words to it.
 */
export function arrivedLetter(about: LetterAbout, closes: string | undefined): Letter {
  return letter(about, 'Your request to speak has arrived', [
    `Your request to speak at the meeting of the ${about.meeting.bodyName} on ${whenInWords(about.meeting)} has arrived.`,
    '',
    ...matter(about),
    '',
    ...(about.isLate ? [`You asked after the closing time${closes === undefined ? '' : ` (${closes})`}. The chair decides whether you may still speak. You will be answered either way.`] : ['An officer writes to you at this address before the meeting to say whether you may speak.']),
    '',
    'If you did not ask to speak, somebody else gave your address: tell us, and we take it out.',
  ])
}

export function acceptedLetter(about: LetterAbout, reason: string | undefined): Letter {
  const { minutesEach } = about.meeting.participation ?? {}
  return letter(about, 'You may speak', [
    `You may speak at the meeting of the ${about.meeting.bodyName}.`,
    ...(about.isLate ? ['You asked after the closing time, and the chair has agreed to hear you.'] : []),
    '',
    `When: ${whenInWords(about.meeting)}`,
    `Where: ${placeInWords(about.meeting)}`,
    ...matter(about),
    ...(minutesEach === undefined ? [] : [`Time: you have ${minutesEach} ${minutesEach === 1 ? 'minute' : 'minutes'}.`]),
    ...(reason === undefined ? [] : ['', reason]),
    '',
    `The agenda: ${about.origin}${meetingAddress(about.meeting)}`,
  ])
}

export function declinedLetter(about: LetterAbout, reason: string): Letter {
  return letter(about, 'You cannot speak this time', [
    `You asked to speak at the meeting of the ${about.meeting.bodyName} on ${whenInWords(about.meeting)}. You cannot speak this time.`,
    '',
    `Reason: ${reason}`,
    '',
    ...matter(about),
    `The agenda, and how to watch: ${about.origin}${meetingAddress(about.meeting)}`,
  ])
}

export function withdrawnLetter(about: LetterAbout): Letter {
  return letter(about, 'Your request is withdrawn', [
    `As you asked, you are no longer to speak at the meeting of the ${about.meeting.bodyName} on ${whenInWords(about.meeting)}.`,
    '',
    ...matter(about),
  ])
}

export function answeredLetter(about: LetterAbout, isCorrection: boolean): Letter {
  return letter(about, isCorrection ? 'The response to you is corrected' : 'The council has answered you in writing', [
    `The written response that you were promised at the meeting of the ${about.meeting.bodyName} on ${formatDate(about.meeting.date)} is ${isCorrection ? 'corrected' : 'published'}.`,
    '',
    `Read it: ${about.origin}${meetingAddress(about.meeting)}#responses`,
    ...matter(about),
  ])
}

function matter({ reference, item }: LetterAbout): string[] {
  return [`Reference: ${reference}`, `Item: ${item.number}. ${item.title}`]
}

function letter({ meeting, reference }: LetterAbout, subject: string, lines: readonly string[]): Letter {
  const { contact } = meeting
  const ways = contact === undefined ? [] : [contact.office, ...(contact.phone === undefined ? [] : [contact.phone]), ...(contact.email === undefined ? [] : [contact.email])]
  const how = ways.length === 0 ? [] : ['', `To change or withdraw your request, name the reference ${reference} to: ${ways.join(', ')}.`]
  return { subject: mailSubject(`${subject}: ${meeting.bodyName}, ${formatDate(meeting.date)}`), text: `${[...lines, ...how].join('\n')}\n` }
}
