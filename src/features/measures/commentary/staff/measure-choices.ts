import type { SelectOptions } from '#platform/pages/components/select.ts'
import type { Definition } from '../../definitions/definition.ts'

/** What of a measure its place in the list follows from. */
export type MeasureToChoose = Pick<Definition, 'slug' | 'name' | 'owner' | 'bodies'>

/**
 * The measures to which a claim may be tied: this one, then those that its owner answers for, those that a body reads beside it, and all others, each part by name. What was chosen and is none of them stands first
 * of all, so that it is not lost. Where its words leave open which measure is meant, this one has to be chosen too.
 */
export function measureChoices(own: MeasureToChoose, measures: readonly MeasureToChoose[], chosen: string | undefined, isOpen = false): Required<Pick<SelectOptions, 'items' | 'groups'>> {
  const others = measures.filter(({ slug }) => slug !== own.slug).toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
  const nearness = Map.groupBy(others, (other) => (other.owner === own.owner ? 'owner' : other.bodies.some((body) => own.bodies.includes(body)) ? 'body' : 'far'))
  const isUnknown = chosen !== undefined && chosen !== own.slug && measures.every(({ slug }) => slug !== chosen)
  const group = (label: string, of: 'owner' | 'body' | 'far') => ({ label, items: (nearness.get(of) ?? []).map(({ slug, name }) => ({ value: slug, text: name })) })
  return {
    items: [...(isOpen ? [{ value: '', text: 'Not said yet' }, { value: own.slug, text: `This one: ${own.name}` }] : [{ value: '', text: `This one: ${own.name}` }]), ...(isUnknown ? [{ value: chosen, text: `${chosen}: there is no such measure now` }] : [])],
    groups: [group(`Answered for by the same owner, ${own.owner}`, 'owner'), group('Read by the same body', 'body'), group('All other measures', 'far')].filter(({ items }) => items.length > 0),
  }
}
