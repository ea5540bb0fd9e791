import { formatDate } from '#core/date-words.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Agreement, WorkProgramme } from '../model/work-programme.ts'

export const agreementStates = ['agreed', 'to-be-agreed', 'not-agreed'] as const
export type AgreementState = (typeof agreementStates)[number]

/** Whether the parent body has agreed the programme as a whole by this day. */
export function agreementState({ agreed }: Pick<WorkProgramme, 'agreed'>, today: LocalDate): AgreementState {
  if (agreed === undefined) return 'not-agreed'
  return agreed.on <= today ? 'agreed' : 'to-be-agreed'
}

/** "Agreed by Council on 18 May 2023, item 7": `done` and `coming` say it of a day that is past, or of one that is to come. */
export function actInWords(act: Agreement, names: ReadonlyMap<string, string>, today: LocalDate, words: { readonly done: string; readonly coming: string }): string {
  const item = act.item === undefined ? '' : `, item ${act.item}`
  return `${act.on <= today ? words.done : words.coming} by the ${names.get(act.body) ?? act.body} on ${formatDate(act.on)}${item}`
}
