import { html, type Html } from '#platform/pages/html.ts'
import { cadenceInWords, type GovernanceMap, type Line, type Place } from './governance.ts'

const box = { width: 260, height: 84 }
const step = { across: 320, down: 96 }
const margin = 12
const lettersInLine = 33
const mostLines = 4

/**
 * The map as a picture: who reports to whom, left to right, every box a link to its body. The same is said in words by
 * `governanceList`, which stands beside it on the page.
 */
export function governancePicture(map: GovernanceMap, title: string): Html {
  const places = new Map(map.places.map((place) => [place.slug, place]))
  const width = margin * 2 + box.width + step.across * Math.max(0, ...map.places.map((place) => place.tier))
  const height = margin * 2 + box.height + step.down * Math.max(0, ...map.places.map((place) => place.row))
  const lines = map.lines.map((line) => linePath(line, places))
  return html`<div class="gt-map" role="region" aria-label="${title}" tabindex="0">
    <svg class="gt-map__picture" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-labelledby="map-title map-description">
      <title id="map-title">${title}</title>
      <desc id="map-description">Boxes are bodies; each line joins a body to one that it reports to, further left. Broken lines are for bodies that report to several. The list below says the same.</desc>
      <g class="gt-map__lines" aria-hidden="true">${lines}</g>
      ${map.places.map(placeBox)}
    </svg>
  </div>`
}

function corner(place: Place): { x: number; y: number } {
  return { x: margin + place.tier * step.across, y: margin + place.row * step.down }
}

function linePath(line: Line, places: ReadonlyMap<string, Place>): Html | undefined {
  const child = places.get(line.from)
  const parent = places.get(line.to)
  if (child === undefined || parent === undefined) return undefined
  const start = corner(parent)
  const end = corner(child)
  const [x1, y1, x2, y2] = [start.x + box.width, start.y + box.height / 2, end.x, end.y + box.height / 2]
  const bend = Math.max(24, (x2 - x1) / 2)
  return html`<path class="gt-map__line${line.isMain ? '' : ' gt-map__line--other'}" d="M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}" />`
}

function placeBox(place: Place): Html {
  const { x, y } = corner(place)
  const words = wrap(place.name)
  const first = y + box.height / 2 - (words.length - 1) * 9 + 5
  return html`<a class="gt-map__body" href="/bodies/${place.slug}" aria-label="${place.name}"
    ><rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="4" />${words.map(
      (line, index) => html`<text x="${x + box.width / 2}" y="${first + index * 18}" text-anchor="middle">${line} </text>`,
    )}</a
  >`
}

/**
 * The name in at most four lines that fit the box. A longer one is cut between two words, so that what is seen is the beginning of the
 * link's whole name, which assistive technology is told.
 */
function wrap(name: string): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < lettersInLine) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.slice(0, lettersInLine))
  }
  return lines.slice(0, mostLines)
}

/** The map in words: each body, and whom it reports to, how often and about what. */
export function governanceList(map: GovernanceMap): Html {
  const bodies = [...map.places, ...map.alone]
  const names = new Map(bodies.map((body) => [body.slug, body.name]))
  return html`<ul class="govuk-list govuk-list--spaced gt-map-list">
    ${bodies.map((place) => {
      const lines = map.lines.filter((line) => line.from === place.slug)
      return html`<li>
        <a class="govuk-link" href="/bodies/${place.slug}">${place.name}</a>
        ${lines.length === 0
          ? html`<span class="gt-map-list__none">reports to no other body here</span>`
          : html`reports to ${lines.map((line, index) => html`${index === 0 ? '' : index === lines.length - 1 ? ' and ' : ', '}${lineInWords(line, names)}`)}`}
      </li>`
    })}
  </ul>`
}

function lineInWords(line: Line, names: ReadonlyMap<string, string>): Html {
  return html`<a class="govuk-link" href="/bodies/${line.to}">${names.get(line.to) ?? line.to}</a> (${cadenceInWords[line.cadence]}${line.about === undefined ? '' : `; ${line.about}`})`
}
