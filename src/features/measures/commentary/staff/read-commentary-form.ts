import type { PostedForm } from '#access/staff/posted-form.ts'
import { parts, type Content, type Tie } from '../model/commentary.ts'

/** More lines than these, and more claims, are not read. */
export const mostLines = 12
const mostClaims = 200

/** What was typed of a commentary. Lines that are empty are left out; what belongs to a claim is told by its words. */
export function readCommentaryForm(form: PostedForm): Content {
  return { happened: form.text('happened'), why: form.text('why'), doing: linesOf(form), backOnTrack: form.text('back-on-track'), claims: tiesOf(form) }
}

function linesOf(form: PostedForm): Content['doing'] {
  return Array.from({ length: mostLines }, (_, place) => {
    const at = (part: string) => form.text(`doing-${place + 1}-${part}`)
    return { what: at('what'), byWhom: at('by-whom'), byWhen: at('by-when') }
  }).filter(({ what, byWhom, byWhen }) => what !== '' || byWhom !== '' || byWhen !== '')
}

/** A claim that nothing is said of needs no tie. */
function tiesOf(form: PostedForm): Tie[] {
  const ties: Tie[] = []
  for (let place = 1; place <= mostClaims && form.has(`claim-${place}-words`); place++) {
    const at = (part: string) => form.text(`claim-${place}-${part}`)
    const about = parts.find((part) => part === at('about'))
    const tie: Tie = {
      words: at('words'),
      ...(at('measure') === '' ? {} : { measure: at('measure') }),
      ...(about === undefined ? {} : { about }),
      ...(at('reason') === '' ? {} : { reason: at('reason') }),
      ...(at('none') === 'yes' ? { noClaim: true } : {}),
    }
    if (Object.keys(tie).length > 1 && tie.words !== '') ties.push(tie)
  }
  return ties
}
