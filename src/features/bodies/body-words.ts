import type { BodyKind } from './body.ts'

/** The groups under which bodies are listed, in the order a reader looks for them. */
export const kindGroups: readonly { readonly heading: string; readonly kinds: readonly BodyKind[] }[] = [
  { heading: 'Council and cabinet', kinds: ['council', 'cabinet'] },
  { heading: 'Scrutiny', kinds: ['scrutiny-board', 'scrutiny-panel', 'health-overview-committee', 'task-group'] },
  { heading: 'Boards and partnerships', kinds: ['health-and-wellbeing-board', 'corporate-parenting-board', 'strategic-partnership', 'executive-group'] },
  { heading: 'Groups that report to them', kinds: ['partnership-group', 'sub-group'] },
  { heading: 'Partner bodies', kinds: ['partner-body'] },
]

export const kindInWords: Readonly<Record<BodyKind, string>> = {
  council: 'Council',
  cabinet: 'Cabinet',
  'scrutiny-board': 'Scrutiny board',
  'scrutiny-panel': 'Scrutiny panel',
  'health-overview-committee': 'Health overview committee',
  'health-and-wellbeing-board': 'Health and wellbeing board',
  'strategic-partnership': 'Strategic partnership',
  'partnership-group': 'Partnership group',
  'sub-group': 'Sub-group',
  'task-group': 'Task and finish group',
  'corporate-parenting-board': 'Corporate parenting board',
  'executive-group': 'Executive group',
  'partner-body': 'Partner body',
}
