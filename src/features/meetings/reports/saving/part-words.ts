import type { ReportFrame } from '../../record/report-file.ts'
import type { ReportPartName, ReportParts } from '../../record/report-parts.ts'

const names: Readonly<Record<ReportPartName, string>> = {
  cover: 'Cover sheet',
  recommendations: 'Recommendations',
  body: 'Text of the report',
  implications: 'Implications',
  closing: 'Closing',
}

/** What a part is called on the pages of its paper. A panel's report has no cover sheet, and says what it asks as the purpose of the meeting. */
export function partName(part: ReportPartName, { kind, frame }: { readonly kind: 'report' | 'appendix'; readonly frame?: ReportFrame['frame'] }): string {
  if (part === 'body' && kind === 'appendix') return 'Text'
  if (frame === 'panel' && part === 'cover') return 'Sponsor and author'
  return frame === 'panel' && part === 'recommendations' ? 'Purpose of the meeting' : names[part]
}

/** A part as plain text, a paragraph for each thing it says, so that two revisions can be compared. */
export function partInWords<Name extends ReportPartName>(part: Name, content: ReportParts[Name] | undefined): string {
  return content === undefined ? '' : writers[part](content).join('\n\n')
}

const writers: { readonly [Name in ReportPartName]: (content: ReportParts[Name]) => string[] } = {
  cover: (cover) => [
    ...line('Sponsor', cover.sponsor),
    ...line('Author', cover.author),
    ...(cover.priorities ?? []).map(({ name, touched }) => `Priority: ${name}: ${yesNo(touched)}`),
    ...(cover.groupsOfInterest ?? []).map(({ name, touched }) => `Group of interest: ${name}: ${yesNo(touched)}`),
    ...line('Impact on safeguarding children', impact(cover.safeguardingChildren)),
    ...line('Impact on safeguarding adults', impact(cover.safeguardingAdults)),
    ...line('Item for', cover.itemFor),
  ],
  recommendations: ({ recommendations }) => [...recommendations],
  body: ({ markdown }) => [markdown],
  implications: ({ implications }) => implications.flatMap(({ heading, text }) => [heading, text]),
  closing: (closing) => [
    ...listed('Supporting information', closing.supportingInformation),
    ...listed('Contact points', closing.contactPoints),
    ...(closing.backgroundPapers?.length === 0 ? ['There are no background papers.'] : listed('Background papers', closing.backgroundPapers)),
    ...line('Proper officer', closing.properOfficer),
  ],
}

function line(matter: string, value: string | null | undefined): string[] {
  return value === undefined || value === null || value === '' ? [] : [`${matter}: ${value}`]
}

function listed(matter: string, entries: readonly string[] | null | undefined): string[] {
  return (entries ?? []).map((entry) => `${matter}: ${entry}`)
}

function impact(answer: { readonly applies: boolean; readonly detail?: string | undefined } | null | undefined): string | undefined {
  if (answer === undefined || answer === null) return undefined
  return answer.detail === undefined ? yesNo(answer.applies) : `${yesNo(answer.applies)}. ${answer.detail}`
}

function yesNo(answer: boolean): string {
  return answer ? 'Yes' : 'No'
}
