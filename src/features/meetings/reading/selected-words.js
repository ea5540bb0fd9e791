// What somebody has selected of the papers, paragraph by paragraph: a note and a highlight belong to one paragraph each.

/** Where the words of one block end and those of the next begin, though no space stands between them. */
const endings = 'p, li, td, th, caption, figcaption'

/** The selected words of each paragraph that can bear a note, with the link of that paragraph. */
export function selectedWords(reading) {
  const selection = getSelection()
  if (!reading || !selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(reading)) return []
  return [...reading.querySelectorAll('.gt-document > :not(.gt-own-note, .gt-note-form, .gt-add-note, .gt-page-mark)')].flatMap((block) => {
    const link = range.intersectsNode(block) ? linkOf(block) : undefined
    const quote = link ? wordsIn(range, block) : ''
    return quote === '' ? [] : { quote, link }
  })
}

function linkOf(block) {
  let next = block.nextElementSibling
  while (next && !next.matches('.gt-add-note')) next = next.matches('.gt-own-note, .gt-note-form') ? next.nextElementSibling : undefined
  return next?.querySelector('a')
}

/** What the selection takes of a block, without the number of the paragraph, which is no word of it. */
function wordsIn(range, block) {
  const inside = range.cloneRange()
  if (!block.contains(range.startContainer)) inside.setStart(block, 0)
  if (!block.contains(range.endContainer)) inside.setEnd(block, block.childNodes.length)
  const number = block.querySelector('.gt-numbered__number')
  if (number?.contains(inside.startContainer)) inside.setStartAfter(number)
  if (inside.collapsed) return ''
  const words = inside.cloneContents()
  for (const each of words.querySelectorAll('.gt-numbered__number')) each.remove()
  for (const each of words.querySelectorAll(endings)) each.append(' ')
  return words.textContent.replace(/\s+/g, ' ').trim()
}
