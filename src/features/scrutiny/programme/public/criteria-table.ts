import { dataTable } from '#platform/pages/data-table.ts'
import { html, type Html, type Piece } from '#platform/pages/html.ts'
import { statusTag } from '#platform/pages/status-tag.ts'
import { userText } from '#platform/pages/text.ts'
import { criteria, criterionNames, scoreInWords, scoreWeight, shortCriteria, type Score } from '../model/criteria.ts'
import { standingEntries, type Entry, type WorkProgramme } from '../model/work-programme.ts'

const meanings = { yes: 'good', partly: 'caution', no: 'neutral' } as const
const words = { yes: 'Yes', partly: 'Partly', no: 'No' } as const

/** The topics side by side against the seven criteria, those that meet most first. */
export function criteriaTable(programme: WorkProgramme, named: (entry: Entry) => Piece = ({ issue }) => userText(issue)): Html {
  const scored = standingEntries(programme)
    .filter(({ scores }) => scores !== undefined)
    .toSorted((one, other) => scoreWeight(other.scores ?? {}) - scoreWeight(one.scores ?? {}))
  const columns = ['Topic', ...criterionNames.map((name) => shortCriteria[name]), 'Together'].map((heading) => ({ heading }))
  const rows = scored.map((entry) => [html`${named(entry)}${reasons(entry)}`, ...criterionNames.map((name) => cell(entry.scores?.[name])), scoreInWords(entry.scores ?? {})])
  return html`<p class="govuk-body">Each topic is held against seven questions, which guide what comes first. A topic need not meet them all.</p>
<dl class="gt-programme__facts">${criterionNames.map((name) => html`<div><dt>${shortCriteria[name]}</dt><dd>${criteria[name]}</dd></div>`)}</dl>
${scored.length === 0 ? html`<p class="govuk-body">No topic of this programme has been held against the criteria.</p>` : html`<div class="gt-criteria">${dataTable({ caption: 'Topics against the seven criteria', columns, rows })}</div>`}`
}

function cell(score: Score | undefined): Piece {
  if (score === undefined) return 'Not said'
  return statusTag(words[score.answer], meanings[score.answer])
}

/** The words on why stand by the topic, so that the answers stay side by side. */
function reasons({ scores }: Entry): Html[] {
  return criterionNames.flatMap((name) => {
    const why = scores?.[name]?.why
    return why === undefined || why === '' ? [] : [html`<br><span class="gt-criteria__why">${shortCriteria[name]}: ${userText(why)}</span>`]
  })
}
