import type { PhrasingContent } from 'mdast'
import { wordsOf } from './phrasing-of.ts'

/** A paragraph's content without its first so many letters, wherever its marks begin and end. */
export function withoutBeginning(children: readonly PhrasingContent[], letters: number): PhrasingContent[] {
  let left = letters
  return children.flatMap((node): PhrasingContent[] => {
    if (left === 0) return [node]
    const length = wordsOf([node]).length
    const taken = Math.min(left, length)
    left -= taken
    if (taken === length && length > 0) return []
    if (node.type === 'text') return [{ ...node, value: node.value.slice(taken) }]
    return 'children' in node ? [{ ...node, children: withoutBeginning(node.children, taken) }] : [node]
  })
}
