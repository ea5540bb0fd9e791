import type { Definition } from '../definitions/definition.ts'
import { isOfOtherDefinition, isToCome, targetAndPeriod, targetBeside } from './other-target.ts'
import type { BesideOther, Rag, SheetJudgement } from './sheet-judgement.ts'
import type { SheetPoint } from './sheet.ts'
import { inPeriod, periodName, shownPoint, shownTarget, shownValue } from './shown.ts'

interface Said extends Pick<SheetJudgement, 'target' | 'time' | 'others'> {
  readonly rag: Rag
  /** The comparator that the colour follows from. */
  readonly beside?: BesideOther
  readonly point: SheetPoint | undefined
  /** Whether there are figures of its breakdowns for the period. */
  readonly isInParts: boolean
  readonly asOf: string
  readonly definition: Definition
}

/** The colour with what it follows from, and the whole judgement in one sentence or two. */
export function inWords(said: Said): Pick<SheetJudgement, 'derivation' | 'sentence'> {
  const { point, asOf, definition } = said
  if (point === undefined || point.value === undefined) return withoutFigure(said, periodName(asOf, definition))
  const figure = `${shownPoint(point, definition)} ${inPeriod(asOf, definition)}`
  return { derivation: derivationOf(said), sentence: [`${figure}.`, said.time.note, ...targetSentence(said), ...othersSentence(said)].join(' ') }
}

function withoutFigure({ point, isInParts }: Pick<Said, 'point' | 'isInParts'>, period: string): Pick<SheetJudgement, 'derivation' | 'sentence'> {
  const why = whyNone(point, isInParts)
  return { derivation: `No colour: ${lowered(why)}.`, sentence: `${why}: ${period}.` }
}

function whyNone(point: SheetPoint | undefined, isInParts: boolean): string {
  if (point !== undefined && point.confidentiality !== 'open') return 'The figure is hidden, so that nobody can be known by it'
  if (isInParts) return 'The figures are given for the parts of the measure, and not for all together'
  if (point?.status === 'not-applicable') return 'There is nothing to count'
  return point?.status === 'not-available' ? 'The figure is not available' : 'There is no figure yet'
}

function derivationOf({ rag, target, time, beside, definition }: Said): string {
  if (definition.polarity === 'neither') return 'No colour: neither more nor less of this is better.'
  const parts = [targetWords[target.found.kind], timeWords(time.variation), beside === undefined ? '' : `${othersWords[beside.found.kind]} ${beside.name}`].filter((part) => part !== '')
  const name = rag === 'none' ? 'No colour' : `${rag.charAt(0).toUpperCase()}${rag.slice(1)}`
  return `${name}: ${parts.length === 0 ? 'there is nothing to hold the figure against' : parts.join('; ')}.`
}

const targetWords = { met: 'the target is met', missed: 'the target is missed', 'cannot-tell': 'chance alone may decide whether the target is met', none: '' } as const

function timeWords(variation: SheetJudgement['time']['variation']): string {
  if (variation.startsWith('improving')) return 'improving over time'
  if (variation.startsWith('concerning')) return 'concerning over time'
  return variation === 'common-cause' ? 'no signal over time' : ''
}

const othersWords = { better: 'better than', worse: 'worse than', similar: 'similar to', higher: 'higher than', lower: 'lower than', none: '' } as const

function targetSentence({ target: { found, of }, asOf, definition }: Said): string[] {
  if (found.kind === 'none') return found.why === 'no-target' && definition.polarity !== 'neither' ? [targetOfOtherPeriod(asOf, definition)] : []
  const by = of === undefined ? '' : ` (${of.whose}, set by ${of.setBy})`
  const target = `the target of ${shownTarget(found.target, definition)}${by}`
  if (found.kind === 'cannot-tell') return [`Chance alone may decide whether ${target} is met.`]
  return [`${target.charAt(0).toUpperCase()}${target.slice(1)} is ${found.kind}${found.hasInterval ? '' : ', as the figure stands'}.`]
}

/** A target of another period says where the measure is to go, or where it was to be. */
function targetOfOtherPeriod(asOf: string, definition: Definition): string {
  const target = targetBeside(definition, asOf)
  if (target === undefined) return 'No target is set.'
  if (isOfOtherDefinition(target, definition, asOf)) return `No target holds for what is counted in this period; the ${isToCome(target, definition, asOf) ? 'next' : 'last'} was set for another definition: ${targetAndPeriod(target, definition)}.`
  if (isToCome(target, definition, asOf)) return `A target of ${shownTarget(target.value, definition)} is set for ${periodName(target.from, definition)}.`
  return `No target holds for this period; the last was ${targetAndPeriod(target, definition)}.`
}

function othersSentence({ others, definition }: Said): string[] {
  const said = others.flatMap(({ found, name, period }) => {
    const when = period === undefined ? '' : `, ${periodName(period, definition)}`
    if (found.kind !== 'none') return [`${othersWords[found.kind]} ${name} (${shownValue(found.other, definition)}${when})`]
    return []
  })
  return said.length === 0 ? [] : [`${said.join(', ').replace(/^./, (letter) => letter.toUpperCase())}.`]
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}
