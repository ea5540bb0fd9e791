import type { Answer, PublicRequest } from '#platform/http/answers.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { yearInWords, type ProgrammeYear, type WorkProgramme } from '../model/work-programme.ts'
import { publicProgramme } from '../store/read-programmes.ts'
import { decisionsSection } from './beside-forward-plan.ts'
import { programmeAddress, programmeView, type ProgrammeView } from './programme-view.ts'
import { agreementSection, headSection, planSections } from './programme-sections.ts'

const none: Answer = { kind: 'not-found', message: 'No work programme is published at this address. The page of the body says what there is.' }

/** What the pages of a programme begin with: the programme that the address asks for, and the other years. */
export async function foundProgramme(request: PublicRequest): Promise<{ readonly view: ProgrammeView; readonly years: readonly ProgrammeYear[]; readonly year?: string } | undefined> {
  const { body = '' } = request.params
  const year = request.query.get('year') ?? undefined
  const found = await publicProgramme(request.read, body, year)
  if (found.programme === undefined) return undefined
  return { view: await programmeView(request.read, found.programme, request.today), years: found.years, ...(year === undefined ? {} : { year }) }
}

export function programmeCrumbs({ bodyName, programme }: ProgrammeView, isBelow = false, year?: string) {
  const above = [
    { text: 'Home', href: '/' },
    { text: bodyName, href: `/bodies/${programme.body}` },
  ]
  return isBelow ? [...above, { text: `Work programme ${yearInWords(programme.year)}`, href: programmeAddress(programme.body, { year }) }] : above
}

/** `/bodies/{body}/work-programme`: what the body is to look at, when, who chose it and why. */
export async function programmePage(request: PublicRequest): Promise<Answer> {
  const found = await foundProgramme(request)
  if (found === undefined) return none
  const { view, years, year } = found
  const { programme, bodyName } = view
  return {
    kind: 'page',
    title: `Work programme ${yearInWords(programme.year)}: ${bodyName}`,
    description: `What the ${bodyName} looks at in ${yearInWords(programme.year)}, when, who chose it and why.`,
    crumbs: programmeCrumbs(view),
    alternates: [{ type: 'text/csv', href: fileAddress(programme, 'csv', year), title: 'Work programme as CSV' }],
    body: html`${headSection(view)}${agreementSection(view)}${planSections(view)}${decisionsSection(view)}
<h2 class="govuk-heading-m">More</h2><ul class="govuk-list"><li>${link(programmeAddress(programme.body, { path: 'history', year }), 'Every change to this programme')}</li>
<li>${link(programmeAddress(programme.body, { path: 'criteria', year }), 'How the topics stand against the seven criteria')}</li>
<li>${link(fileAddress(programme, 'xlsx', year), 'This programme as a workbook (XLSX)')}</li><li>${link(fileAddress(programme, 'csv', year), 'This programme as CSV')}</li>
<li>For programs: ${link(`/api/v1/work-programmes/${programme.body}.${programme.year}/entries`, 'the entries as JSON')}, from ${link('/api', 'the API')}</li>
${years.filter((other) => other !== programme.year).map((other) => html`<li>${link(programmeAddress(programme.body, { year: other }), `Work programme of ${yearInWords(other)}`)}</li>`)}</ul>`,
  }
}

function fileAddress({ body }: WorkProgramme, kind: 'csv' | 'xlsx', year: string | undefined): string {
  return `/bodies/${body}/work-programme.${kind}${year === undefined ? '' : `?year=${encodeURIComponent(year)}`}`
}

/** For the pages and files below. */
export const noProgrammePublished: Answer = none
