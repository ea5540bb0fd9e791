import type { LocalDate } from '#core/dates.ts'
import type { SheetJudgement, Rag } from '../sheets/sheet-judgement.ts'
import type { Confidentiality, Role, SheetPoint } from '../sheets/sheet.ts'
import type { Shorthand } from '../sheets/shown.ts'
import type { Definition, Target } from '../definitions/definition.ts'

/** One figure in long form: of a measure, an area, a breakdown and a period, with all that was published of it. Every file and the API are made of these. */
export interface FigureRow {
  readonly measure: string
  readonly measureName: string
  /** The part of the dashboard that the measure stands in. */
  readonly heading: string
  readonly period: string
  /** First and last day. */
  readonly from: LocalDate | undefined
  readonly to: LocalDate | undefined
  readonly area: string
  readonly areaName: string
  readonly role: Role
  /** `phase=primary`; `all` of all together. */
  readonly breakdown: string
  readonly numerator: number | undefined
  readonly denominator: number | undefined
  /** Rounded to its decimals, as it is shown. */
  readonly value: number | undefined
  readonly unit: Definition['unit']
  /** With a rate: so many. */
  readonly per: number | undefined
  readonly decimals: number
  readonly lower95: number | undefined
  readonly upper95: number | undefined
  readonly lower998: number | undefined
  readonly upper998: number | undefined
  readonly intervalMethod: string | undefined
  readonly status: SheetPoint['status']
  readonly confidentiality: Confidentiality
  /** What stands in the place of the value. */
  readonly instead: Shorthand | undefined
  /** All that pages show in brackets. */
  readonly shorthand: readonly Shorthand[]
  readonly revision: number | undefined
  readonly valueBefore: number | undefined
  readonly revisedBecause: string | undefined
  readonly target: number | undefined
  readonly targetWhose: Target['whose'] | undefined
  readonly targetSetBy: string | undefined
  readonly targetSetOn: LocalDate | undefined
  /** Of the period that is judged, where no target holds for it: the next that is set, or else the last that was, unless a break lies between. */
  readonly otherTarget: number | undefined
  readonly otherTargetFrom: string | undefined
  readonly otherTargetTo: string | undefined
  readonly againstTarget: 'met' | 'missed' | 'cannot-tell' | undefined
  /** What the rules of chance find at this point. */
  readonly variation: string | undefined
  readonly assurance: SheetJudgement['time']['assurance'] | undefined
  readonly england: Beside | undefined
  readonly region: Beside | undefined
  readonly neighbours: Beside | undefined
  /** How a figure of the neighbours together is made, and of how many. */
  readonly comparatorMethod: 'mean' | 'median' | undefined
  readonly comparatorUsed: number | undefined
  readonly comparatorOf: number | undefined
  readonly rag: Rag | undefined
  readonly ragBecause: string | undefined
  /** By which rules the council’s own figures are judged. */
  readonly judgedBy: string | undefined
  readonly polarity: Definition['polarity']
  readonly definitionVersion: number
  readonly breakReason: string | undefined
  readonly note: string | undefined
  /** Of the period that the release is about: whether the owner has confirmed it. */
  readonly isConfirmed: boolean | undefined
  readonly source: string
}

/** The figure of others that ours was held beside. */
export interface Beside {
  readonly value: number | undefined
  readonly period: string | undefined
  /** Undefined where chance cannot be told from a difference. */
  readonly found: 'better' | 'similar' | 'worse' | 'higher' | 'lower' | undefined
}
