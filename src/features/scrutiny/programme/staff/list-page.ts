import { ok } from '#core/outcome.ts'
import { formatDate } from '#core/date-words.ts'
import { look } from '#access/look.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { bodyNames } from '#features/bodies'
import type { MeetingsApp } from '#features/meetings'
import { dataTable } from '#platform/pages/data-table.ts'
import { button } from '#platform/pages/components/button.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { link } from '#platform/pages/text.ts'
import { standingEntries, yearInWords, type WorkProgramme } from '../model/work-programme.ts'
import { meetingsOfActs } from '../deeds/day-of-act.ts'
import type { ProgrammeView } from '../public/programme-view.ts'
import { agreementState, type AgreementState } from '../rules/agreement.ts'
import { programmesAt } from '../store/read-programmes.ts'
import { staffAddress } from './words.ts'

/** `/staff/programmes`: every programme, the coming and current ones first. */
export const programmesPage: StaffPage<MeetingsApp> = {
  path: '/staff/programmes',
  show: async (request) => {
    const mayEdit = request.context.may(request.context.actor, 'programme.edit')
    const found = await look(request.context, { verb: 'programme.see', subject: { kind: 'work-programmes', id: 'list' } }, async (reader) => {
      const programmes = await programmesAt(reader)
      return ok({ programmes, names: await bodyNames(reader), meetingOfAct: await meetingsOfActs(reader, programmes) })
    })
    if (!found.ok) return { kind: 'refused', refusal: found.refusal }
    const shown = found.value.programmes.filter((one) => one.public || mayEdit)
    const current = shown.filter(({ to }) => to >= request.today)
    const over = shown.filter(({ to }) => to < request.today).toReversed()
    const table = (caption: string, programmes: readonly WorkProgramme[]): Html => dataTable({ caption, columns: ['Programme', 'Until', 'Agreed', 'Entries'].map((heading) => ({ heading, numeric: heading === 'Entries' })), rows: programmes.map((one) => rowOf(one, { ...found.value, today: request.today })) })
    return {
      kind: 'page',
      title: 'Work programmes',
      body: html`${mayEdit && button({ text: 'Begin a programme', href: '/staff/programmes/new' })}
${current.length === 0 ? html`<p class="govuk-body">No programme of this year is kept here.</p>` : table('Programmes of this year and to come', current)}
${over.length > 0 && table('Programmes of years that are over', over)}`,
    }
  },
}

const stateWords: Readonly<Record<AgreementState, string>> = { agreed: 'Agreed', 'to-be-agreed': 'To be agreed', 'not-shown': 'Not in the record', 'not-agreed': 'Not yet', 'not-stated': 'Not stated' }

function rowOf(programme: WorkProgramme, { names, meetingOfAct, today }: Pick<ProgrammeView, 'names' | 'meetingOfAct' | 'today'>): (Html | string)[] {
  return [
    html`${link(staffAddress(programme.body, '', { year: programme.year }), `${names.get(programme.body) ?? programme.body}, ${yearInWords(programme.year)}`)} ${!programme.public && statusTag('Draft', 'caution')}`,
    formatDate(programme.to),
    stateWords[agreementState(programme, meetingOfAct, today)],
    String(standingEntries(programme).length),
  ]
}
