import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { colours, otherLines } from './colours.ts'

const style = readFileSync(new URL('charts.css', import.meta.url), 'utf8')

test('only one of the two layouts is shown, and without measuring the narrow one', () => {
  assert.match(style, /\.gt-chart__wide \{\s*display: none;/)
  assert.match(style, /@container \(min-width: 40rem\) \{\s*\.gt-chart__wide \{\s*display: block;\s*\}\s*\.gt-chart__narrow \{\s*display: none;/)
})

test('with colours that the reader has chosen nothing keeps a colour of ours', () => {
  const forced = style.slice(style.indexOf('forced-colors: active'))
  assert.ok(forced.length > 200)
  assert.doesNotMatch(forced, /#[0-9a-f]{3}|rgb|var\(/i)
  for (const name of ['line', 'series', 'grid', 'target', 'mark', 'band', 'bar', 'hollow', 'paper', 'part', 'leader', 'halo']) assert.ok(forced.includes(`.gt-chart__${name}`), name)
})

test('every colour of words stands out from the paper by 4.5 to 1', () => {
  const { grid: _grid, band: _band, paper, ...words } = colours
  for (const colour of [...Object.values(words), ...otherLines.map(({ colour }) => colour)]) assert.ok(contrast(colour, paper) >= 4.5, `${colour}: ${contrast(colour, paper)}`)
})

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
