import { item, paragraph, picture, run, table, type TestWord } from './word-file.ts'
import { dot } from './read-word-here.ts'

const signs = ['word', ' ', '  ', '*', '_', '**', '#', '- ', '1. ', '> ', '|', '[', ']', '(', ')', '!', '[^1]', '<b>', '&amp;', '\\', '`', 'Table:', 'Table 1: ', 'Figure 2: ', 'Note: ', ':', '---', '"', '\n', '\t']
const marks = ['', '<w:b/>', '<w:i/>', '<w:b/><w:i/>', '<w:strike/>', '<w:vertAlign w:val="superscript"/>']
const styles = ['', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Caption', 'Quote', 'Toc1']
const web = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** Word documents at random, the same for the same seed: everything in everything, as no person would write it. */
export class RandomWord {
  #state: number
  #notes: string[] = []

  constructor(seed: number) {
    this.#state = seed
  }

  document(): TestWord {
    this.#notes = []
    const parts = [() => this.#paragraph(), () => this.#paragraph(), () => this.#item(), () => this.#table(0)]
    const body = this.#several(8, () => this.#pick(parts)())
    const links = `<Relationship Id="web" Type="${web}" Target="https://example.org/a" TargetMode="External"/><Relationship Id="bad" Type="${web}" Target="javascript:x" TargetMode="External"/>`
    return { body, footnotes: this.#notes.join(''), pictures: [['one.png', dot]], relationships: links }
  }

  /** From 0 up to 1. */
  #number(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  #pick<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(this.#number() * things.length)] as Thing
  }

  #several(most: number, make: () => string): string {
    return Array.from({ length: 1 + Math.floor(this.#number() * most) }, make).join('')
  }

  #text(): string {
    return this.#several(6, () => this.#pick(signs))
  }

  #words(): string {
    const kinds = [() => run(this.#text(), this.#pick(marks)), () => run(this.#text(), this.#pick(marks)), () => '<w:r><w:br/></w:r>', () => picture('one.png', this.#text()), () => this.#link(), () => this.#note()]
    return this.#several(4, () => this.#pick(kinds)())
  }

  #link(): string {
    return `<w:hyperlink r:id="${this.#pick(['web', 'bad'])}">${run(this.#text())}${this.#pick(['', picture('one.png', '')])}</w:hyperlink>`
  }

  #note(): string {
    const id = this.#notes.length + 2
    this.#notes.push(`<w:footnote w:id="${id}">${paragraph(this.#text())}${this.#pick(['', table([[paragraph(this.#text()), 'x'], ['y', 'z']])])}</w:footnote>`)
    return `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  }

  #paragraph(): string {
    return `<w:p><w:pPr><w:pStyle w:val="${this.#pick(styles)}"/></w:pPr>${this.#words()}</w:p>`
  }

  #item(): string {
    return item('', this.#pick([1, 2]), Math.floor(this.#number() * 5)).replace('</w:p>', `${this.#words()}</w:p>`)
  }

  #table(depth: number): string {
    const spans = ['', '<w:gridSpan w:val="2"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>']
    const inner = () => (depth < 2 ? this.#pick(['', '', () => this.#table(depth + 1)]) : '')
    const cell = () => {
      const made = inner()
      return `<w:tc><w:tcPr>${this.#pick(spans)}</w:tcPr>${typeof made === 'string' ? made : made()}${this.#pick([() => this.#paragraph(), () => this.#item()])()}</w:tc>`
    }
    return `<w:tbl>${this.#several(3, () => `<w:tr>${this.#several(3, cell)}</w:tr>`)}</w:tbl>`
  }
}
