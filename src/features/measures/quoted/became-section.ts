import type { LaterParts } from '#features/meetings'
import { publishedMinutes, type MinutesSection } from '#features/minutes'
import type { Reader } from '#platform/database/database.ts'
import { linksIn, type LinkInText } from '#platform/documents/links.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'
import { currentEntries, releasesOut, type CurrentEntry } from '../releases/published-releases.ts'
import { dashboardAddress, measureAddress, type Release } from '../releases/release.ts'
import { dashboardAt, figureAt, type FigureQuoted } from './figure-address.ts'
import { figureName, publishedFigure } from './published-figure.ts'

type ItemSection = NonNullable<LaterParts['itemSections']>[number]

/** What became of the figures that the papers of an item quote: those that were revised since first. Two queries, none where they quote nothing. */
export const becameInPapers: ItemSection = ({ read }, _meeting, _item, papers) => becameOf(read, papers.flatMap(({ blocks }) => linksIn(blocks)), 'these papers')

/** The same of the minute of an item. */
export const becameInMinute: ItemSection = async ({ read }, { body, date }, { number }) => {
  const minute = (await publishedMinutes(read, body, date))?.minutes.minutes.find(({ item }) => item === number)
  return minute && becameOf(read, linksIn(minute.blocks), 'the minute')
}

/** The same of all minutes of a meeting, on their page. */
export const becameInMinutes: MinutesSection = ({ read }, { minutes }) => becameOf(read, minutes.flatMap(({ blocks }) => linksIn(blocks)), 'these minutes')

/** By where the figures stand, the word by which the section is addressed. */
const ids = { 'these papers': 'figures-in-papers', 'the minute': 'figures-in-minute', 'these minutes': 'figures-in-minutes' } as const

async function becameOf(reader: Reader, links: readonly LinkInText[], where: keyof typeof ids): Promise<Html | undefined> {
  const lines = [...(await figureLines(reader, links)), ...(await dashboardLines(reader, links))].toSorted((one, other) => Number(other.isChanged) - Number(one.isChanged))
  if (lines.length === 0) return undefined
  const id = ids[where]
  return html`<section aria-labelledby="${id}"><h2 class="govuk-heading-m" id="${id}">Figures in ${where}, and what became of them</h2>
<ul class="govuk-list govuk-list--bullet">${lines.map(({ said }) => html`<li>${said}</li>`)}</ul></section>`
}

interface Line {
  readonly isChanged: boolean
  readonly said: Html
}

async function figureLines(reader: Reader, links: readonly LinkInText[]): Promise<readonly Line[]> {
  const quoted = [...new Map(links.flatMap(({ address, words }) => {
    const figure = figureAt(address)
    return figure === undefined ? [] : [[`${address} ${words}`, { figure, words }] as const]
  })).values()]
  const current = await currentEntries(reader, [...new Set(quoted.map(({ figure }) => figure.measure))])
  return quoted.flatMap(({ figure, words }) => lineOf(figure, words, current.find(({ entry }) => entry.measure === figure.measure)) ?? [])
}

function lineOf(figure: FigureQuoted, was: string, current: CurrentEntry | undefined): Line | undefined {
  if (current === undefined) return undefined
  const now = publishedFigure(current.entry, figure) ?? '[x]'
  const isChanged = bare(now) !== bare(was)
  const name = link(measureAddress(figure.measure), figureName(current.entry, figure))
  return { isChanged, said: isChanged ? html`${name}: published as ${was}; <strong>revised since to ${now}</strong>` : html`${name}: ${was}, as published still` }
}

/** The figure without the marks that say how sure it is. */
function bare(shown: string): string {
  return shown.replaceAll(/ \[[a-z]+\]/g, '')
}

async function dashboardLines(reader: Reader, links: readonly LinkInText[]): Promise<readonly Line[]> {
  const quoted = [...new Map(links.flatMap(({ address }) => {
    const release = dashboardAt(address)
    return release === undefined ? [] : [[address, release] as const]
  })).values()]
  if (quoted.length === 0) return []
  const newest = await releasesOut(reader)
  return quoted.flatMap((held) => versionLine(held, newest.find(({ body, period }) => body === held.body && period === held.period)) ?? [])
}

function versionLine(held: Pick<Release, 'body' | 'period' | 'version'>, newest: Release | undefined): Line | undefined {
  if (newest === undefined) return undefined
  const isChanged = newest.version > held.version
  const name = link(dashboardAddress(held, held.version), newest.title)
  if (!isChanged) return { isChanged, said: html`${name}: version ${held.version}, the newest still` }
  const note = newest.note === '' ? '' : html`: ${userText(newest.note)}`
  return { isChanged, said: html`${name}: version ${held.version} is here; <strong>${link(dashboardAddress(newest), `version ${newest.version}`)} is published since</strong>${note}` }
}
