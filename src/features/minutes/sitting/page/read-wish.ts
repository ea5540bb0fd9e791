import type { PostedForm } from '#access/staff/posted-form.ts'
import { seatDeeds, type SeatDeed, type Wish } from '../verbs/wish.ts'

/** What the button that was pressed asks for; undefined where the page has no such button. */
export function readWish(form: PostedForm): Wish | undefined {
  const does = form.text('does')
  const short = (name: string) => form.text(name).slice(0, 200)
  if (isSeatDeed(does)) return { does, seat: short('seat') }
  switch (does) {
    case 'open':
    case 'close':
      return { does, at: short('at') }
    case 'come-to':
      return { does, to: form.whole('to') }
    case 'substitute':
      return { does, seat: short('seat'), person: short('substitute') }
    case 'everybody':
    case 'all-back':
      return { does }
    case 'education':
      return { does, isSo: form.text('is-so') === 'yes' }
    case 'attends':
      return { does, name: short('name'), role: short('role') }
    default:
      return undefined
  }
}

function isSeatDeed(does: string): does is SeatDeed {
  return (seatDeeds as readonly string[]).includes(does)
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The mark of a press with its button; undefined where the form came from no page of ours. */
export function pressOf(form: PostedForm): string | undefined {
  const mark = form.text('press')
  return uuid.test(mark) ? `${mark} ${form.text('does')}` : undefined
}
