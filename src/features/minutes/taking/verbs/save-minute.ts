import { ok, refuse, type Outcome, type Refusal } from '#core/outcome.ts'
import type { Context } from '#access/act.ts'
import { figureWriter, isWithheldItem, type QuotedFigures } from '#features/meetings'
import { saveMinuteTexts, type MinuteTexts } from '../work/keep-minutes.ts'
import { take, type Place } from './take.ts'

/** A minute is not a report: what is longer belongs into a paper. */
const longest = 40_000

interface MinuteTyped extends MinuteTexts {
  /** The revision on which it rests; 0 where nobody had written. */
  readonly basedOn: number
  readonly at: Date
}

const openNow = refuse('not-now', 'This item is open to the public now, so that nothing of its minute can be kept for members alone. What you typed is still here: put what may be public into the minute itself.')

/**
 * Saves what is minuted of an item, and answers its revision. Refused as a conflict where somebody else saved it since; a text that stands there already, as
 * after an answer that got lost on its way, is saved. Marks of figures are written out as they are published now, so that the minute keeps what it was when it was taken.
 */
export function saveMinute(context: Context, place: Place, { basedOn, at, ...typed }: MinuteTyped, figures?: QuotedFigures): Promise<Outcome<number>> {
  return take(context, place, at, {}, async (tx, { meeting, item, minutes, by }) => {
    const standing = minutes.minutes.get(item.number)
    const isOpen = !isWithheldItem(item.facts)
    if (isOpen && tidy(typed.membersText) !== '') return openNow
    // The form of an item that was opened since has no fields of what is withheld; what was kept of that stays.
    const isPublicExcluded = isOpen ? standing?.isPublicExcluded : typed.isPublicExcluded
    const typedTexts = [tidy(typed.text), isOpen ? (standing?.membersText ?? '') : tidy(typed.membersText)] as const
    const written = await figureWriter(tx.reader, figures, typedTexts)
    const [text, membersText] = [written(typedTexts[0]), written(typedTexts[1])]
    if (!text.ok) return atField(text, `text-${item.number}`)
    if (!membersText.ok) return atField(membersText, `members-${item.number}`)
    const texts = { ...typed, isPublicExcluded, text: text.value, membersText: membersText.value }
    const tooLong = [texts.text, texts.membersText].some((text) => text.length > longest)
    if (tooLong) return refuse('invalid', 'This minute is too long.', [{ field: `text-${item.number}`, message: `Shorten the minute of item ${item.number} to ${longest.toLocaleString('en-GB')} characters` }])
    if (standing !== undefined && isSame(standing, texts)) return ok(standing.revision)
    return saveMinuteTexts(tx, { meeting: meeting.id, body: meeting.facts.body, item: item.number, ...texts, basedOn, by, at })
  })
}

function atField({ refusal }: { readonly refusal: Refusal }, field: string) {
  return refuse('invalid', refusal.message, refusal.faults.map(({ message }) => ({ field, message })))
}

function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim()
}

function isSame(one: MinuteTexts, other: MinuteTexts): boolean {
  return one.text === other.text && one.membersText === other.membersText && one.isPublicExcluded === other.isPublicExcluded
}
