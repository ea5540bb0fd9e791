import { editDistance } from '#core/edit-distance.ts'
import { allRules, type RuleId } from './rules.ts'

const most = 3

/** The rules whose ids are most like what somebody typed: by the words they share, then by how few letters differ. */
export function nearestRules(typed: string): readonly RuleId[] {
  const words = wordsOf(typed)
  const ranked = allRules.map((rule) => ({ id: rule.id, shared: wordsOf(`${rule.id} ${rule.title}`).filter((word) => words.includes(word)).length, distance: editDistance(typed.toLowerCase(), rule.id) }))
  ranked.sort((one, other) => other.shared - one.shared || one.distance - other.distance)
  return ranked.filter(({ shared, id, distance }) => shared > 0 || distance <= id.length / 2).slice(0, most).map(({ id }) => id)
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 2))]
}
