import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { button } from '#platform/pages/components/button.ts'
import { doneBanner } from '#platform/pages/done-banner.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { lead, link, userText } from '#platform/pages/text.ts'
import type { MeetingsApp } from '#features/meetings'
import { commentaryAddress } from '../commentary/staff/words.ts'
import { ragTag } from '../glance/rag-tag.ts'
import { comparatorsSection } from '../measure-pages/comparators-section.ts'
import { definitionSection } from '../measure-pages/definition-section.ts'
import { eventsSection } from '../measure-pages/conventions-section.ts'
import { measureAddress } from '../releases/release.ts'
import { seriesOf } from '../sheets/sheet.ts'
import { periodName } from '../sheets/shown.ts'
import { changeAddress, defineAddress, figureAddress, loadFiguresPath, measuresCrumb, measuresPath } from './addresses.ts'
import { changes } from './define/changes.ts'
import { figuresSection } from './figures-section.ts'
import { neighboursSection } from './neighbours-section.ts'
import { lookAtMeasure, type MeasureView } from './read-measure.ts'
import { latePeriod } from './read-list.ts'
import { versionsSection } from './versions-section.ts'

const doneWords = {
  defined: 'The measure is defined. Now it can have figures, and a target.',
  changed: 'The change is saved, as a new version of the definition.',
  target: 'The target is set, as a new version of the definition.',
  break: 'The break is recorded, as a new version of the definition.',
  limits: 'The new limits are recorded, as a new version of the definition.',
}

/** `/staff/measures/:slug`: what stands in the work of a measure, with every version of its definition. */
export const measurePage: StaffPage<MeetingsApp> = {
  path: `${measuresPath}/:slug`,
  show: async (request) => {
    const found = await lookAtMeasure(request)
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const view = found.value
    return { kind: 'page', title: view.definition.name, crumbs: [measuresCrumb], body: body(request, view) }
  },
}

function body(request: StaffRequest, view: MeasureView): Html {
  const { definition, sheet, versions, neighbours, areaNames, definers } = view
  return html`${doneBanner(request.query, doneWords)}
${lead(sheet.judgement.sentence)}
<p class="govuk-body">${ragTag(sheet.judgement.rag)} ${userText(sheet.judgement.derivation)}</p>
${standing(request, view)}${actions(request, definition.slug)}
<h2 class="govuk-heading-m" id="figures">Figures in the work</h2>
<p class="govuk-body">Nothing is hidden here. The public reads ${link(measureAddress(definition.slug), 'what was published')}. What the owner says of it: ${link(commentaryAddress({ measure: definition.slug, period: sheet.asOf }), `the commentary of ${periodName(sheet.asOf, definition)}`)}.</p>
${figuresSection(sheet)}
${comparatorsSection(sheet)}
${definition.comparators.includes('statistical-neighbours') && neighboursSection(neighbours, areaNames, request.today)}
${definitionSection({ definition, asOf: sheet.asOf })}
${eventsSection({ definition })}
${versionsSection(versions, definers)}`
}

/** What waits: a figure that is late, and figures that may still change. */
function standing({ today }: StaffRequest, { definition, sheet }: MeasureView): Html | undefined {
  const points = seriesOf(sheet)?.points ?? []
  const given = sheet.series.flatMap((series) => (series.role === 'own' ? series.points.filter(({ revision }) => revision !== undefined) : []))
  const late = latePeriod(definition, given.toSorted((one, other) => (one.period < other.period ? -1 : 1)).at(-1), today)
  const provisional = points.filter(({ status }) => status === 'provisional')
  if (late === undefined && provisional.length === 0) return undefined
  return html`<p class="govuk-body">${late !== undefined && html`${statusTag('Late', 'bad')} The figure of ${periodName(late.slug, definition)} should be known by now. `}${provisional.length > 0 && html`Provisional still: ${provisional.map(({ period }) => periodName(period, definition)).join(', ')}.`}</p>`
}

function actions({ context }: StaffRequest, slug: string): Html | undefined {
  const mayEnter = context.may(context.actor, 'observations.enter')
  const mayLoad = context.may(context.actor, 'observations.import')
  const mayDefine = context.may(context.actor, 'measures.define')
  if (!mayEnter && !mayLoad && !mayDefine) return undefined
  const secondary = (text: string, href: string) => button({ text, href, classes: 'govuk-button--secondary' })
  return html`<div class="govuk-button-group">${mayEnter && button({ text: 'Enter or correct a figure', href: figureAddress(slug) })}${mayLoad && secondary('Load figures from a file', loadFiguresPath)}${
    mayDefine && html`${secondary('Change the definition', changeAddress(slug))}${Object.entries(changes).map(([what, { title }]) => secondary(title, defineAddress(slug, what)))}`
  }</div>`
}
