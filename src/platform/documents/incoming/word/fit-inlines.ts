import type { PhrasingContent } from 'mdast'
import { wordsOf } from './phrasing-of.ts'

/**
 * Words as `readMarkdown` takes them: strong and emphasised words without spaces at their edges and without the same mark inside, joined where Word divides
 * them, and nothing empty.
 */
export function fitInlines(nodes: readonly PhrasingContent[], outer: ReadonlySet<string> = new Set()): PhrasingContent[] {
  const fitted: PhrasingContent[] = []
  for (const node of nodes.flatMap((node) => fitInline(node, outer))) {
    const last = fitted.at(-1)
    if (last?.type === 'text' && node.type === 'text') fitted[fitted.length - 1] = { type: 'text', value: last.value + node.value }
    else if ((last?.type === 'strong' || last?.type === 'emphasis') && node.type === last.type) last.children.push(...node.children)
    else fitted.push(node)
  }
  return fitted
}

function fitInline(node: PhrasingContent, outer: ReadonlySet<string>): PhrasingContent[] {
  if (node.type === 'text') return node.value === '' ? [] : [{ type: 'text', value: node.value.replaceAll(/[\t\r\n ]+/g, ' ') }]
  if (node.type === 'strong' || node.type === 'emphasis') {
    const inner = fitInlines(node.children, new Set([...outer, node.type]))
    return outer.has(node.type) ? inner : runsOf(inner).flatMap((run) => (wordsOf(run).trim() === '' ? run : withEdgesOutside(node.type, run)))
  }
  if (node.type === 'link') {
    const children = fitInlines(node.children, outer)
    return wordsOf(children).trim() === '' || children.some((child) => isLoose(child)) ? children : [{ ...node, children }]
  }
  if (node.type === 'delete') return fitInlines(node.children, outer)
  return ['break', 'image', 'footnoteReference'].includes(node.type) ? [node] : [{ type: 'text', value: wordsOf([node]) }]
}

/** Pictures and notes stand outside all marks. */
function isLoose(node: PhrasingContent): boolean {
  return node.type === 'image' || node.type === 'footnoteReference'
}

/** The words between pictures and notes, and these each by itself. */
function runsOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const runs: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    if (isLoose(node)) runs.push([node], [])
    else runs.at(-1)?.push(node)
  }
  return runs
}

/** Spaces and line breaks at the edges stand outside the mark. */
function withEdgesOutside(type: 'strong' | 'emphasis', inner: readonly PhrasingContent[]): PhrasingContent[] {
  const start = inner.findIndex((node) => isInside(node))
  const end = inner.findLastIndex((node) => isInside(node)) + 1
  const children = inner.slice(start, end).map((node) => structuredClone(node))
  const [first] = children
  const last = children.at(-1)
  const before = first?.type === 'text' ? (/^\s+/.exec(first.value)?.[0] ?? '') : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  const after = last?.type === 'text' ? (/\s+$/.exec(last.value)?.[0] ?? '') : ''
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
  return [...inner.slice(0, start), ...textOf(before), { type, children }, ...textOf(after), ...inner.slice(end)]
}

function isInside(node: PhrasingContent): boolean {
  return node.type !== 'break' && wordsOf([node]).trim() !== ''
}

function textOf(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }]
}

/** A paragraph's words without spaces and line breaks at its beginning and end. */
export function trimInlines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = nodes.findIndex((node) => !isBlank(node))
  const kept = nodes.slice(start === -1 ? nodes.length : start, nodes.findLastIndex((node) => !isBlank(node)) + 1)
  return kept.map((node, index) => {
    if (node.type !== 'text') return node
    const begun = index === 0 ? node.value.trimStart() : node.value
    return { type: 'text', value: index === kept.length - 1 ? begun.trimEnd() : begun }
  })
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}
