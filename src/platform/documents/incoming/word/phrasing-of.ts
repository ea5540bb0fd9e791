import type { Blockquote, FootnoteDefinition, List, Nodes, PhrasingContent, Root, Table } from 'mdast'

/** The words of any content in one line: paragraphs follow each other after a space, items of lists and rows of tables after a semicolon. */
export function phrasingOf(nodes: readonly Nodes[]): PhrasingContent[] {
  const parts = nodes.flatMap((node) => partsOf(node)).filter((part) => part.content.length > 0)
  return parts.flatMap(({ content, follows }, index) => (index === 0 ? content : [{ type: 'text', value: follows }, ...content]))
}

interface Part {
  readonly content: PhrasingContent[]
  /** What stands before it, where it is not the first. */
  readonly follows: string
}

function partsOf(node: Nodes): Part[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [{ content: node.children, follows: ' ' }]
  if (node.type === 'listItem' || node.type === 'tableRow') return [{ content: phrasingOf(node.children), follows: '; ' }]
  if (node.type === 'tableCell') return [{ content: node.children, follows: ', ' }]
  if (isContainer(node)) return node.children.flatMap((child) => partsOf(child))
  if (node.type === 'code' || node.type === 'html') return [{ content: [{ type: 'text', value: node.value }], follows: ' ' }]
  if (node.type === 'thematicBreak' || node.type === 'definition' || node.type === 'yaml') return []
  return [{ content: [node], follows: '' }]
}

function isContainer(node: Nodes): node is Root | List | Table | Blockquote | FootnoteDefinition {
  return ['root', 'list', 'table', 'blockquote', 'footnoteDefinition'].includes(node.type)
}

/** The words without their marks. */
export function wordsOf(nodes: readonly Nodes[]): string {
  return nodes.map((node) => ('children' in node ? wordsOf(node.children) : node.type === 'text' ? node.value : node.type === 'break' ? ' ' : '')).join('')
}
