import type { z } from 'zod'
import type { CurrentEntry, ReleaseOut } from '../releases/published-releases.ts'
import { dashboardAddress, measureAddress, type Release, type ReleaseEntry } from '../releases/release.ts'
import { countedBy } from '../sheets/counted-by.ts'
import { pointOf, type MeasureSheet, type Role, type SheetPoint } from '../sheets/sheet.ts'
import type { SheetJudgement } from '../sheets/sheet-judgement.ts'
import { shownPoint } from '../sheets/shown.ts'
import type { measure, measureInList, release, releaseInList } from './shapes.ts'

type Named = Pick<Release, 'body' | 'bodyName' | 'period' | 'version' | 'title' | 'publishedAt'>
type PublishedMeasure = z.input<typeof release>['measures'][number]

/** A measure as it was published last, as a list has it. */
export function measureForList({ entry, release: out }: { readonly entry: ReleaseEntry; readonly release: Named }, origin: string): z.input<typeof measureInList> {
  const { definition, judgement, asOf } = entry.sheet
  const { slug, name, unit, per, polarity, frequency, themes, strategies, owner } = definition
  return {
    slug,
    name,
    definition: definition.definition,
    unit,
    per,
    polarity,
    frequency,
    themes,
    strategies: strategies.map((strategy) => strategy.slug),
    owner,
    figure: figureOf(pointOf(entry.sheet) ?? { period: asOf, status: 'not-available', confidentiality: 'open' }, entry.sheet),
    judgement: judgementOf(judgement, entry.sheet),
    isConfirmed: entry.isConfirmed,
    release: releaseNamed(out, origin),
    page: `${origin}${measureAddress(entry.measure)}`,
  }
}

/** The same with every figure, its definition and what its owner says. */
export function measureForPrograms(current: CurrentEntry, origin: string): z.input<typeof measure> {
  const { sheet } = current.entry
  return { ...publishedFor(current, origin), definedAs: sheet.definition, definedBefore: [...(sheet.earlier ?? [])], series: sheet.series.map(({ role, area, name, breakdown, points }) => ({ role, area, name, breakdown, points: points.map((point) => pointFor(point, sheet, role)) })) }
}

function publishedFor(current: { readonly entry: ReleaseEntry; readonly release: Named }, origin: string): PublishedMeasure {
  const { heading, exception, commentary, revised } = current.entry
  const said = commentary && { ...commentary, doing: [...commentary.doing], claims: [...commentary.claims] }
  return { ...measureForList(current, origin), heading, exception, commentary: said, revised: [...revised] }
}

function figureOf(point: SheetPoint, { definition }: MeasureSheet) {
  const { period, value, status, confidentiality } = point
  return { period, value: value === undefined ? undefined : Number(value.toFixed(definition.decimals)), shown: shownPoint(point, definition), status, confidentiality }
}

function pointFor(point: SheetPoint, sheet: MeasureSheet, role: Role) {
  const { numerator, denominator, interval, note, revision, target, brokenHere, made } = point
  return { ...figureOf(point, sheet), definitionVersion: countedBy(sheet, point.period, role).version, numerator, denominator, interval, note, revision, target, brokenHere, made }
}

function judgementOf({ target, time, others, rag, derivation, isException, sentence }: SheetJudgement, { definition }: MeasureSheet): z.input<typeof measureInList>['judgement'] {
  const of = target.of
  return {
    target: { found: target.found.kind, value: of?.value, whose: of?.whose, setBy: of?.setBy },
    time,
    others: others.map(({ role, name, period, found }) => ({ role, name, period, ...(found.kind === 'none' ? {} : { value: Number(found.other.toFixed(definition.decimals)), found: found.kind }) })),
    rag,
    derivation,
    isException,
    sentence,
  }
}

function releaseNamed({ body, bodyName, period, version, title, publishedAt }: Named, origin: string): z.input<typeof measureInList>['release'] {
  return { body, bodyName, period, version, title, publishedAt: publishedAt.toISOString(), page: `${origin}${dashboardAddress({ body, period })}` }
}

/** A release as a list has it. */
export function releaseForList(out: Release, origin: string): z.input<typeof releaseInList> {
  const { note, approvedBy, approvedOn, policy } = out
  return { ...releaseNamed(out, origin), note, approvedBy, approvedOn, policy }
}

/** The same with every version and its measures. */
export function releaseForPrograms({ release: out, entries, versions }: ReleaseOut, origin: string): z.input<typeof release> {
  return {
    ...releaseForList(out, origin),
    versions: versions.map(({ version, publishedAt, note }) => ({ version, publishedAt: publishedAt.toISOString(), note })),
    measures: entries.map((entry) => publishedFor({ entry, release: out }, origin)),
  }
}
