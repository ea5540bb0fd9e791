import assert from 'node:assert/strict'
import sax, { type SaxTag } from 'sax'
import { readArchive } from '../../incoming/archive/archive.ts'

/** The parts of a package in their order, as texts. */
export async function packageOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const archive = await readArchive(bytes)
  assert.ok(archive.ok, JSON.stringify(archive))
  const parts = await archive.value.unpack(() => true)
  assert.ok(parts.ok, JSON.stringify(parts))
  return new Map([...parts.value].map(([name, part]) => [name, part.toString('utf8')]))
}

/** An element with its name, what it says of itself, its text and its children. */
interface Element {
  readonly name: string
  readonly of: Readonly<Record<string, string>>
  text: string
  readonly children: Element[]
}

/** The tree of a part, which has to be well formed with every prefix declared. */
export function treeOf(xml: string): Element {
  const root: Element = { name: '', of: {}, text: '', children: [] }
  const open: Element[] = [root]
  const parser = sax.parser(true, { xmlns: true, strictEntities: true })
  parser.onerror = (error) => {
    throw error
  }
  parser.onopentag = (tag: SaxTag) => {
    const element: Element = { name: tag.name, of: Object.fromEntries(Object.values(tag.attributes).map(({ name, value }) => [name, value])), text: '', children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.ontext = (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  }
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  return root
}

/** Every element of this name, in the order of the part. */
export function allOf(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])
}

/** What a reader reads in an element: its own text and that of its children. */
export function wordsOf(element: Element): string {
  return element.text + element.children.map(wordsOf).join('')
}
