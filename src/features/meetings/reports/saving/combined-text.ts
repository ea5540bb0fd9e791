import { comparedTexts, type TextChange } from '#platform/documents/compared-texts.ts'

/** Two texts in one: what both say once, and where they differ first the one and then the other, for a person to choose from. */
export function combinedText(theirs: string, mine: string): string {
  return comparedTexts(theirs, mine).flatMap(paragraphs).join('\n\n')
}

function paragraphs(change: TextChange): string[] {
  const side = (left: 'added' | 'removed') =>
    change.parts
      .filter((part) => part.kind === 'same' || part.kind === left)
      .map((part) => part.text)
      .join('')
  return change.kind === 'changed' ? [side('removed'), side('added')] : [change.parts.map((part) => part.text).join('')]
}
