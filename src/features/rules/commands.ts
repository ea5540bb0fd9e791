import { ok } from '#core/outcome.ts'
import { command, wrongUsage, type CommandAnswer, type CommandOutcome } from '#platform/command/command.ts'
import { confidenceWords } from './confidence.ts'
import { dueDate } from './due/due-date.ts'
import { dueRecord } from './due/due-record.ts'
import { dueWords, isMoment, type Due } from './due/due.ts'
import { countsHours, limitWords } from './limit-words.ts'
import { nearestRules } from './nearest-rules.ts'
import { readStart } from './read-start.ts'
import { areas } from './rule.ts'
import { allRules, findRule, latestVersion } from './rules.ts'

/** `due RULE DATE`: a time limit with its working. An unknown rule or a date that is none is wrong usage (exit 2). */
const due = command({
  name: 'due',
  summary: 'Work out a time limit, with its working',
  description: 'DATE is the day of the event that the rule counts from, e.g. 2026-04-14; rules in clock hours need a time too: 2026-04-14T16:30.\n\nFor example: due agenda-publication 2026-04-14',
  needs: 'nothing',
  arguments: [
    { name: 'rule', summary: 'the id of a rule; --list shows them', optional: true },
    { name: 'date', summary: 'the day that it counts from', optional: true },
  ],
  options: { list: { type: 'boolean', summary: 'list the rules' } },
  run: async (input) => {
    const [id, date] = input.words
    if (input.options.list === true) return ok(listed())
    if (id === undefined || date === undefined) return wrongUsage('Name a rule and a date, e.g. due agenda-publication 2026-04-14. The rules are listed by: due --list')
    return workedOut(id, date)
  },
})

export const rulesCommands = [due]

function workedOut(id: string, date: string): CommandOutcome {
  const rule = findRule(id)
  if (rule === undefined) return wrongUsage(unknownRule(id))
  const start = readStart(date)
  if (!start.ok) return wrongUsage(start.refusal.message)
  const found = dueDate(rule.id, start.value)
  if (found.ok) return ok(answer(found.value))
  const lacksTime = countsHours(latestVersion(rule).limit) && !isMoment(start.value)
  return lacksTime ? wrongUsage(`${found.refusal.message} Give it as ${start.value}T16:30.`) : found
}

function unknownRule(id: string): string {
  const nearest = nearestRules(id)
  const hint = nearest.length === 0 ? '' : ` Did you mean ${nearest.join(', ')}?`
  return `There is no rule called ${JSON.stringify(id.slice(0, 60))}.${hint} All rules are listed by: due --list`
}

function answer(due: Due): CommandAnswer {
  const lines = [
    `${due.title}: ${dueWords(due)}`,
    '',
    ...due.working.map((step) => `  ${step}`),
    '',
    `Rests on: ${due.citation} (${confidenceWords[due.confidence]})`,
  ]
  return { text: lines.join('\n'), json: dueRecord(due) }
}

function listed(): CommandAnswer {
  const width = Math.max(...allRules.map(({ id }) => id.length))
  const lines = Object.entries(areas).flatMap(([area, heading]) => [
    '',
    heading,
    ...allRules.filter((rule) => rule.area === area).map((rule) => `  ${rule.id.padEnd(width)}  ${limitWords(latestVersion(rule).limit)}: ${rule.title}`),
  ])
  const json = allRules.map((rule) => ({ id: rule.id, title: rule.title, limit: limitWords(latestVersion(rule).limit) }))
  return { text: lines.join('\n').trimStart(), json }
}
