import type { PostedForm } from '#access/staff/posted-form.ts'
import type { WorkProgramme } from '../model/work-programme.ts'
import { markOf } from './entry-values.ts'

/** The fields of what stands above the entries, with the words by which a comparison names them. */
export const headFieldNames = {
  focus: 'Focus',
  remit: 'What the body answers for',
  leads: 'Who leads',
  recommendedBy: 'Recommended by',
  recommendedOn: 'Recommended on',
  recommendedItem: 'Recommended in item',
  agreedBy: 'Agreed by',
  agreedOn: 'Agreed on',
  agreedItem: 'Agreed in item',
  note: 'Note on the agreement',
} as const

/** What stands above the entries, as it was typed. */
export type TypedHead = { readonly [Field in keyof typeof headFieldNames]: string }

/** What stands above the entries as its form sent it. */
export function typedHead(form: PostedForm): TypedHead {
  return {
    focus: form.text('focus'),
    remit: form.text('remit'),
    leads: form.text('leads'),
    recommendedBy: form.text('recommended-by'),
    recommendedOn: form.text('recommended-on'),
    recommendedItem: form.text('recommended-item'),
    agreedBy: form.text('agreed-by'),
    agreedOn: form.text('agreed-on'),
    agreedItem: form.text('agreed-item'),
    note: form.text('note'),
  }
}

/** The same as its form shows it. */
export function headOf({ focus, remit, leads, recommended, agreed, agreementNote }: WorkProgramme): TypedHead {
  return {
    focus: focus ?? '',
    remit: remit.join('\n'),
    leads: leads.map(({ area, who }) => `${area}: ${who}`).join('\n'),
    recommendedBy: recommended?.body ?? '',
    recommendedOn: recommended?.on ?? '',
    recommendedItem: recommended?.item?.toString() ?? '',
    agreedBy: agreed?.body ?? '',
    agreedOn: agreed?.on ?? '',
    agreedItem: agreed?.item?.toString() ?? '',
    note: agreementNote ?? '',
  }
}

/** Stands for what a programme says above its entries, so that a form can tell whether somebody else changed it meanwhile. */
export function headMark(programme: WorkProgramme): string {
  return markOf(headOf(programme))
}
