import type { PostedForm } from '#access/staff/posted-form.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import { cleanText } from '#platform/documents/clean-text.ts'
import { reportPartSchemas, type ReportPartName, type ReportParts } from '../../record/report-parts.ts'
import { isSuggested } from './suggested-implications.ts'

/** Where the form of a part shows the field of a schema's path: the fault's link leads there. */
type FieldOf = (path: readonly PropertyKey[]) => string

/**
 * What the form of a part says, checked. Boxes left empty are left out. Refused where something cannot be kept as it stands; what was typed is for the
 * caller to show again.
 */
export function partFromForm<Name extends ReportPartName>(part: Name, form: PostedForm): Outcome<ReportParts[Name]> {
  const { given, fieldOf } = readers[part](form)
  const read = reportPartSchemas[part].safeParse(given)
  if (read.success) return ok(read.data as ReportParts[Name])
  const faults = read.error.issues.map((issue): Fault => ({ field: fieldOf(issue.path), message: issue.message }))
  return refuse('invalid', 'This part cannot be saved as it stands. What you typed is still here.', faults)
}

interface Reading {
  readonly given: object
  readonly fieldOf: FieldOf
}

const readers: Readonly<Record<ReportPartName, (form: PostedForm) => Reading>> = {
  cover: coverFrom,
  recommendations: (form) => {
    const typed = numbered(form.all('recommendation'))
    return { given: { recommendations: typed.map(([text]) => text) }, fieldOf: ([, index]) => `recommendation-${typed[Number(index)]?.[1] ?? 1}` }
  },
  body: (form) => ({ given: { markdown: cleanText(form.all('markdown').at(-1) ?? '') }, fieldOf: () => 'markdown' }),
  implications: implicationsFrom,
  closing: closingFrom,
}

/** The boxes that are not empty, each with the number of its box, from 1. */
function numbered(values: readonly string[]): [string, number][] {
  return values.map((value, index): [string, number] => [value.trim(), index + 1]).filter(([value]) => value !== '')
}

function coverFrom(form: PostedForm): Reading {
  const given = {
    sponsor: orNothing(form.text('sponsor')),
    author: orNothing(form.text('author')),
    priorities: touched(form, 'priority'),
    groupsOfInterest: touched(form, 'group'),
    safeguardingChildren: impact(form, 'children'),
    safeguardingAdults: impact(form, 'adults'),
    itemFor: orNothing(form.text('item-for')),
  }
  const fields: Record<string, string> = { priorities: 'new-priority', groupsOfInterest: 'new-group', safeguardingChildren: 'children-detail', safeguardingAdults: 'adults-detail', itemFor: 'item-for' }
  return { given: withoutNothing(given), fieldOf: ([name]) => fields[String(name)] ?? String(name) }
}

/** The names on the sheet, ticked or not, and one that was added. */
function touched(form: PostedForm, kind: 'priority' | 'group'): { name: string; touched: boolean }[] {
  const ticked = form.all(kind)
  const added = form.text(`new-${kind}`)
  const names = [...new Set([...form.all(`known-${kind}`), ...(added === '' ? [] : [added])])]
  return names.map((name) => ({ name, touched: ticked.includes(name) || name === added }))
}

function impact(form: PostedForm, whom: 'children' | 'adults'): { applies: boolean; detail?: string } | undefined {
  const answer = form.text(`${whom}-applies`)
  const detail = form.text(`${whom}-detail`)
  if (answer !== 'yes' && answer !== 'no') return detail === '' ? undefined : { applies: true, detail }
  return { applies: answer === 'yes', ...(detail === '' ? {} : { detail }) }
}

/** A suggested heading without a text is left out; it is suggested again. */
function implicationsFrom(form: PostedForm): Reading {
  const texts = form.all('implication-text')
  const typed = form
    .all('implication-heading')
    .map((heading, index) => ({ heading: heading.trim(), text: (texts[index] ?? '').trim(), box: index + 1 }))
    .filter(({ heading, text }) => text !== '' || (heading !== '' && !isSuggested(heading)))
  const boxOf = (index: PropertyKey | undefined) => typed[Number(index)]?.box ?? 1
  return {
    given: { implications: typed.map(({ heading, text }) => ({ heading, text })) },
    fieldOf: ([, index, field]) => `implication-${field === 'text' ? 'text' : 'heading'}-${boxOf(index)}`,
  }
}

function closingFrom(form: PostedForm): Reading {
  const statement = form.text('background')
  const papers = lines(form, 'background-papers')
  const stated = statement === 'none' && papers.length === 0 ? [] : papers
  const given = {
    supportingInformation: lines(form, 'supporting-information'),
    contactPoints: lines(form, 'contact-points'),
    backgroundPapers: statement === 'none' || statement === 'listed' || papers.length > 0 ? stated : undefined,
    properOfficer: orNothing(form.text('proper-officer')),
  }
  const fields: Record<string, string> = { supportingInformation: 'supporting-information', contactPoints: 'contact-points', backgroundPapers: 'background-papers', properOfficer: 'proper-officer' }
  return { given: withoutNothing(given), fieldOf: ([name]) => fields[String(name)] ?? String(name) }
}

function lines(form: PostedForm, name: string): string[] {
  return form
    .text(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

function withoutNothing(given: object): object {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}
