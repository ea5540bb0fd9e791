import type { Judgement } from '#core/statistics/xmr/judgement.ts'
import type { Variation } from '#core/statistics/xmr/series.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { colours } from './colours.ts'
import { looks, outlineOf } from './mark.ts'
import { filled } from './shapes.ts'

export type Assurance = Exclude<Judgement['assurance'], 'none'>

/** What each icon says, in words that can stand alone. */
export const variationTexts: Readonly<Record<Variation, string>> = {
  'common-cause': 'No signal: it moves as chance alone would move it',
  'improving-high': 'Improving: higher than chance alone explains',
  'improving-low': 'Improving: lower than chance alone explains',
  'concerning-high': 'Concerning: higher than chance alone explains',
  'concerning-low': 'Concerning: lower than chance alone explains',
  'change-high': 'A change: higher than chance alone explains, and neither way is better',
  'change-low': 'A change: lower than chance alone explains, and neither way is better',
}

export const assuranceTexts: Readonly<Record<Assurance, string>> = {
  always: 'The target is reached by this process as it is',
  never: 'The target is outside what this process reaches',
  'hit-and-miss': 'The target is reached in some periods and missed in others, by chance',
}

/** Icons are drawn in a field of 32 by 32. */
export const iconSize = 32

/** The shape that the last point has in the chart, with an arrow to where it lies; for chance alone a disc with a line that swings. */
export function variationIcon(variation: Variation): Html {
  return icon(variationTexts[variation], variationDrawing(variation), `gt-chart__icon--${variation}`)
}

/** A ring for the target: with a tick where it is always reached, crossed out where it never is, and half full where chance decides. */
export function assuranceIcon(assurance: Assurance): Html {
  return icon(assuranceTexts[assurance], assuranceDrawing(assurance), `gt-chart__icon--${assurance}`)
}

function icon(text: string, drawn: Html, classes: string): Html {
  const field = html`viewBox="0 0 ${iconSize} ${iconSize}" width="${iconSize}" height="${iconSize}"`
  const said = html`role="img" aria-label="${text}"`
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="gt-chart__icon ${classes}" ${field} ${said}><title>${text}</title>${drawn}</svg>`
}

export function variationDrawing(variation: Variation): Html {
  const { shape, colour } = looks[variation]
  if (variation === 'common-cause') return html`${ring(colour)}${stroke('M7 16C10 9 13 9 16 16S22 23 25 16', colour)}`
  const radius = { disc: 13, square: 13, diamond: 11, 'upward-triangle': 12, 'downward-triangle': 12 }[shape]
  const middle = shape === 'upward-triangle' ? 18 : shape === 'downward-triangle' ? 14 : 16
  const isHigh = variation.endsWith('high')
  const arrow = isHigh ? 'M16 22V10.5M11.5 15L16 10.5L20.5 15' : 'M16 10V21.5M11.5 17L16 21.5L20.5 17'
  return html`${filled(outlineOf(shape, 16, middle, radius), { classes: 'gt-chart__mark', fill: colour })}${stroke(arrow, colours.paper, 'gt-chart__on-mark')}`
}

export function assuranceDrawing(assurance: Assurance): Html {
  if (assurance === 'always') return html`${ring(colours.improving)}${stroke('M9.5 16.5L14.5 21.5L23 11', colours.improving)}`
  if (assurance === 'never') return html`${ring(colours.concerning)}${stroke('M10.5 10.5L21.5 21.5M21.5 10.5L10.5 21.5', colours.concerning)}`
  return html`${ring(colours.quiet)}${filled('M16 6.5a9.5 9.5 0 0 0 0 19Z', { classes: 'gt-chart__mark', fill: colours.quiet })}`
}

function ring(colour: string): Html {
  return filled(outlineOf('disc', 16, 16, 13.5), { classes: 'gt-chart__hollow', fill: colours.paper, stroke: { colour, width: 2.5 } })
}

function stroke(path: string, colour: string, classes = 'gt-chart__line'): Html {
  const look = html`stroke="${colour}" stroke-width="2.75" stroke-linecap="round" stroke-linejoin="round"`
  return html`<path class="${classes}" d="${path}" fill="none" ${look}/>`
}
