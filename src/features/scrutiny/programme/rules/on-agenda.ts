import type { ItemOut } from '#features/meetings'
import type { Entry } from '../model/work-programme.ts'

/** An entry, or what is being typed of one. */
export type Matter = Pick<Entry, 'issue' | 'subject'> & { readonly slug?: Entry['slug'] | undefined }

/** An item of an agenda, as far as it says what it is about. */
interface AboutItem {
  readonly title: ItemOut['title']
  readonly origin?: string | undefined
  readonly subjects?: readonly string[] | undefined
  readonly standing?: string | undefined
}

/** Whether an item of an agenda is about what an entry is about: put there for it, of the same title, or on the same matter. */
export function isAbout({ origin, title, subjects, standing }: AboutItem, { slug, issue, subject }: Matter): boolean {
  if ((slug !== undefined && origin === `programme/${slug}`) || title === issue) return true
  return subject !== undefined && (subjects?.includes(subject) === true || standing === subject)
}
