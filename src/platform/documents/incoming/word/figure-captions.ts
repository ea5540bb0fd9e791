import type { Image, RootContent } from 'mdast'
import { figureCaption } from './captions.ts'

/** A caption after or before a picture becomes part of it. */
export function withFigureCaptions(blocks: readonly RootContent[]): RootContent[] {
  const places = captionsFirst(blocks) ? [-1, 1] : [1, -1]
  const taken = new Set<RootContent>()
  const titled = blocks.map((block, index): RootContent => {
    const image = imageOf(block)
    if (image === undefined) return block
    const near = places.map((place) => blocks[index + place]).find((one) => one !== undefined && !taken.has(one) && figureCaption(one) !== undefined)
    const title = figureCaption(near)
    if (near === undefined || title === undefined) return block
    taken.add(near)
    return { type: 'paragraph', children: [{ ...image, title }] }
  })
  return titled.filter((block) => !taken.has(block))
}

/** Whether the document writes its captions above its pictures: the first picture has one there and the last has none below. */
function captionsFirst(blocks: readonly RootContent[]): boolean {
  const [first, last] = [blocks.findIndex((block) => imageOf(block) !== undefined), blocks.findLastIndex((block) => imageOf(block) !== undefined)]
  return first > 0 && figureCaption(blocks[first - 1]) !== undefined && figureCaption(blocks[last + 1]) === undefined
}

function imageOf(block: RootContent): Image | undefined {
  const only = block.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined
  return only?.type === 'image' ? only : undefined
}
