import { plainText, type Block, type Inline } from '#platform/documents/blocks.ts'

/** Begun only where no such sign stands before, so that a long run of letters is gone through once. */
const email = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Ten or eleven figures after 0, or after +44, in groups or not. */
const telephone = /(?<![\d.])(?:\+44[\s-]?(?:\(0\))?|\(?0)(?:[\s()-]?\d){9,10}(?!\d)/g

/** E-mail addresses and telephone numbers in the text, each as a question: whose they are a program cannot tell. */
export function contactFindings(blocks: readonly Block[]): string[] {
  const words = blocks.flatMap((block) => inlinesIn(block)).join('\n')
  const found = new Set([...words.matchAll(email), ...words.matchAll(telephone)].map(([contact]) => contact.trim()))
  return [...found].map((contact) => `“${contact}” stands in the text: is this an office's, or a person's own? Take it out if it is a person's.`)
}

function inlinesIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return said(block.content)
    case 'list':
      return block.items.flatMap((item) => item.flatMap(inlinesIn))
    case 'quote':
    case 'note':
      return block.blocks.flatMap(inlinesIn)
    case 'table':
      return [block.caption, ...block.rows.flat()].flatMap(said)
    case 'figure':
      return said(block.caption)
  }
}

/** The words, those of footnotes, and where links lead. */
function said(content: readonly Inline[]): string[] {
  const beneath = content.flatMap((inline): string[] => {
    if (inline.kind === 'link') return inline.address.startsWith('mailto:') || inline.address.startsWith('tel:') ? [inline.address.replace(/^\w+:/, '')] : []
    return inline.kind === 'footnote' || inline.kind === 'strong' || inline.kind === 'emphasis' ? said(inline.content) : []
  })
  return [plainText(content), ...beneath]
}
