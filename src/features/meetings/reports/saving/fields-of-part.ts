import type { ReportPartName, ReportParts, SomeParts } from '../../record/report-parts.ts'

/** A field of a form as the browser sends it. */
type Field = readonly [name: string, value: string]

/** A part as the fields that its form sends: what is kept is shown, kept back and compared in one form. */
export function fieldsOfPart<Name extends ReportPartName>(part: Name, content: SomeParts[Name]): Field[] {
  return content === undefined ? [] : writers[part](content).filter(([, value]) => value !== '')
}

const writers: { readonly [Name in ReportPartName]: (content: ReportParts[Name]) => Field[] } = {
  cover: (cover) => [
    ['sponsor', cover.sponsor ?? ''],
    ['author', cover.author ?? ''],
    ...touched('priority', cover.priorities),
    ...touched('group', cover.groupsOfInterest),
    ...impact('children', cover.safeguardingChildren),
    ...impact('adults', cover.safeguardingAdults),
    ['item-for', cover.itemFor ?? ''],
  ],
  recommendations: ({ recommendations }) => recommendations.map((clause): Field => ['recommendation', clause]),
  body: ({ markdown }) => [['markdown', markdown]],
  implications: ({ implications }) =>
    implications.flatMap(({ heading, text }): Field[] => [
      ['implication-heading', heading],
      ['implication-text', text],
    ]),
  closing: (closing) => [
    ['supporting-information', oneALine(closing.supportingInformation)],
    ['contact-points', oneALine(closing.contactPoints)],
    ['background', closing.backgroundPapers === undefined || closing.backgroundPapers === null ? '' : closing.backgroundPapers.length === 0 ? 'none' : 'listed'],
    ['background-papers', oneALine(closing.backgroundPapers)],
    ['proper-officer', closing.properOfficer ?? ''],
  ],
}

function touched(kind: 'priority' | 'group', entries: readonly { readonly name: string; readonly touched: boolean }[] | undefined): Field[] {
  return (entries ?? []).flatMap(({ name, touched }): Field[] => [[`known-${kind}`, name], ...(touched ? [[kind, name] as const] : [])])
}

function impact(whom: 'children' | 'adults', answer: { readonly applies: boolean; readonly detail?: string | undefined } | null | undefined): Field[] {
  if (answer === undefined || answer === null) return []
  return [
    [`${whom}-applies`, answer.applies ? 'yes' : 'no'],
    [`${whom}-detail`, answer.detail ?? ''],
  ]
}

/** An entry that itself has several lines becomes one. */
function oneALine(entries: readonly string[] | null | undefined): string {
  return (entries ?? []).map((entry) => entry.split('\n').map((line) => line.trim()).filter((line) => line !== '').join(' ')).join('\n')
}
