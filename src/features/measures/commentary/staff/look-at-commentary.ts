import { comparePeriods } from '#core/periods/period-order.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import { look } from '#access/look.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { periodOf } from '../../definitions/frequencies.ts'
import { definitionsOn } from '../../definitions/keep-definitions.ts'
import type { CheckItem } from '../../releases/checks/check-item.ts'
import { numbersInCommentary } from '../../releases/preview/numbers-in-commentary.ts'
import { checkCommentary, type Checked, type SheetsOfCommentary } from '../claims/check-commentary.ts'
import { commentaryPlace, sheetsOfCommentary, type CommentaryPlace } from '../deeds/commentary-at.ts'
import { commentaryId, nothingSaid, type CommentaryKey, type Content, type Edition } from '../model/commentary.ts'
import { allCommentaries, editionsOf } from '../store/read-commentaries.ts'
import type { MeasureToChoose } from './measure-choices.ts'

/** Everything that the page of a commentary shows. */
export interface CommentaryView extends CommentaryPlace {
  readonly key: CommentaryKey
  readonly sheets: SheetsOfCommentary
  /** What is shown in the form: what was typed, or what stands. */
  readonly content: Content
  readonly checked: Checked
  /** Numbers in it that the figures hide, or may hide, from the public. */
  readonly told: readonly CheckItem[]
  /** The newest first. */
  readonly editions: readonly Edition[]
  /** What was signed last of an earlier period. */
  readonly before?: Edition
  /** To which a claim may be tied. */
  readonly measures: readonly MeasureToChoose[]
  readonly mayWrite: boolean
  readonly maySign: boolean
}

export function keyOf({ params }: Pick<StaffRequest, 'params'>): CommentaryKey {
  return { measure: params['measure'] ?? '', period: params['period'] ?? '' }
}

/** Reads the commentary that an address names, with what was typed in the place of what stands. */
export function lookAtCommentary({ context, params, today }: Pick<StaffRequest, 'context' | 'params' | 'today'>, typed?: Content): Promise<Outcome<CommentaryView>> {
  const asked = keyOf({ params })
  return look(context, { verb: 'measures.see', subject: { kind: 'commentary', id: commentaryId(asked).slice(0, 200) } }, async (reader) => {
    const place = await commentaryPlace(reader, asked, today)
    if (!place.ok) return place
    const key = { measure: place.value.definition.slug, period: place.value.period.slug }
    const editions = await editionsOf(reader, key)
    const content = typed ?? editions[0]?.content ?? nothingSaid
    const sheets = await sheetsOfCommentary(reader, place.value, content)
    const before = lastBefore(await allCommentaries(reader, key.measure), place.value)
    const measures = await definitionsOn(reader, place.value.period.to)
    const isSigned = typed === undefined && editions[0]?.standing.state === 'signed'
    const told = await numbersInCommentary(reader, { said: content, own: sheets.own, others: [...sheets.others.values()], putRight: isSigned ? 'Take back the signature, and say it without' : 'Say it without' })
    const may = (verb: string) => context.may(context.actor, verb)
    return ok({ ...place.value, key, sheets, content, checked: checkCommentary(content, sheets), told, editions, ...(before === undefined ? {} : { before }), measures, mayWrite: may('commentary.write'), maySign: may('commentary.sign') })
  })
}

function lastBefore(all: readonly Edition[], { definition, period }: CommentaryPlace): Edition | undefined {
  const earlier = all.flatMap((edition) => {
    const of = periodOf(definition.frequency, edition.period)
    return edition.standing.state === 'signed' && of !== undefined && of.to < period.to ? [{ edition, of }] : []
  })
  return earlier.toSorted((one, other) => comparePeriods(one.of, other.of)).at(-1)?.edition
}
