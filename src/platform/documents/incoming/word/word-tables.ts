import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Image, PhrasingContent, RootContent, Table } from 'mdast'
import { tableOf } from '../written-markdown.ts'
import type { Losses } from './losses.ts'
import { phrasingOf } from './phrasing-of.ts'

/** A table wider than this is no table that anybody can read; a hostile one may claim a million columns. */
const mostColumns = 50
const mostCells = 20_000

/** A table of the document, with the title that stood in its own first row, if any. */
export interface WordTable extends Table {
  readonly title?: PhrasingContent[]
}

interface Cell {
  readonly content: PhrasingContent[]
  readonly pictures: readonly Image[]
  readonly columns: number
  readonly rows: number
}

/** Turns the tables of one document into plain ones: a cell for each row and column, and only words in them. */
export class WordTables {
  readonly #losses: Losses
  #depth = 0
  #count = 0
  #cells = 0

  constructor(losses: Losses) {
    this.#losses = losses
  }

  /** The table, with the pictures in it after it; of a table inside a table only the words. */
  convert(table: Element, state: State): RootContent[] {
    this.#depth += 1
    if (this.#depth === 1) this.#count += 1
    const where = `Table ${this.#count}`
    const rows = rowsIn(table).map((row) => this.#cellsIn(row, state, where))
    this.#depth -= 1
    if (this.#depth > 0) return this.#wordsOnly(rows, where)
    const pictures = rows.flat().flatMap((cell) => cell.pictures)
    this.#losses.add('Pictures in a table, put after it.', { where, count: pictures.length })
    return [...this.#tableOf(rows, where), ...pictures.map((picture): RootContent => ({ type: 'paragraph', children: [picture] }))]
  }

  #wordsOnly(rows: readonly (readonly Cell[])[], where: string): RootContent[] {
    this.#losses.add('A table inside a table, written as words.', { where })
    const content = phrasingOf(rows.map((row) => ({ type: 'tableRow', children: row.map((cell) => ({ type: 'tableCell', children: cell.content })) })))
    const pictures = rows.flat().flatMap((cell) => cell.pictures)
    return [{ type: 'paragraph', children: [...content, ...pictures] }]
  }

  /** A table of one cell is a box round a text. A first row of one cell over the whole width is the table's title. */
  #tableOf(rows: readonly (readonly Cell[])[], where: string): RootContent[] {
    const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
    if (only !== undefined) {
      this.#losses.add('Boxes round a text, written as paragraphs.')
      return only.content.length === 0 ? [] : [{ type: 'paragraph', children: only.content }]
    }
    const [title, ...others] = rows
    const isTitled = title?.length === 1 && others.length > 1 && others.some((row) => row.length > 1) && (title[0]?.content.length ?? 0) > 0
    const grid = this.#grid(isTitled ? others : rows, where)
    if (grid.every((row) => row.length === 0)) return []
    const table: WordTable = { ...tableOf(grid), ...(isTitled ? { title: title[0]?.content ?? [] } : {}) }
    return [table]
  }

  #cellsIn(row: Element, state: State, where: string): Cell[] {
    const cells = row.children.filter((child) => child.type === 'element' && (child.tagName === 'td' || child.tagName === 'th'))
    return cells.map((cell) => this.#cell(cell as Element, state, where))
  }

  #cell(cell: Element, state: State, where: string): Cell {
    const blocks = state.all(cell)
    if (blocks.filter((block) => block.type === 'paragraph').length > 1 || blocks.some((block) => block.type === 'list')) {
      this.#losses.add('Several paragraphs or a list in one cell of a table, run together.', { where })
    }
    const content = phrasingOf(blocks)
    const pictures = content.filter((node) => node.type === 'image')
    return { content: withoutPictures(content), pictures, columns: spanOf(cell, 'colSpan', mostColumns), rows: spanOf(cell, 'rowSpan', mostCells) }
  }

  /** The words of a cell over several rows stand in each of them, of one over several columns in the first; in the heading row they name each column. */
  #grid(rows: readonly (readonly Cell[])[], where: string): PhrasingContent[][][] {
    const grid: (PhrasingContent[] | undefined)[][] = rows.map(() => [])
    for (const [rowIndex, row] of rows.entries()) {
      let column = 0
      for (const cell of row) {
        while (grid[rowIndex]?.[column] !== undefined) column += 1
        if (column >= mostColumns || this.#cells > mostCells) {
          this.#losses.add('Cells of a very large table, left out. Send the table as an appendix.', { where })
          continue
        }
        if (cell.columns > 1 || cell.rows > 1) this.#losses.add('Merged cells, taken apart.', { where })
        this.#place(grid, cell, rowIndex, column)
      }
    }
    return grid.map((row) => Array.from(row, (content) => content ?? []))
  }

  #place(grid: (PhrasingContent[] | undefined)[][], cell: Cell, rowIndex: number, column: number): void {
    for (let down = 0; down < cell.rows && rowIndex + down < grid.length; down += 1) {
      for (let right = 0; right < cell.columns && column + right < mostColumns; right += 1) {
        this.#cells += 1
        const line = grid[rowIndex + down]
        const isNamed = right === 0 || rowIndex === 0
        if (line !== undefined) line[column + right] = isNamed ? copyFor(cell.content, down + right) : []
      }
    }
  }
}

/** A footnote is referred to once: in the first of the cells that repeat its words. */
function copyFor(content: PhrasingContent[], repeat: number): PhrasingContent[] {
  return repeat === 0 ? content : content.filter((node) => node.type !== 'footnoteReference').map((node) => structuredClone(node))
}

function withoutPictures(content: readonly PhrasingContent[]): PhrasingContent[] {
  return content.filter((node) => node.type !== 'image')
}

/** The rows of this table and not of those inside it. */
function rowsIn(table: Element): Element[] {
  return table.children.flatMap((child: ElementContent): Element[] => {
    if (child.type !== 'element') return []
    return child.tagName === 'tr' ? [child] : ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsIn(child) : []
  })
}

function spanOf(cell: Element, name: 'colSpan' | 'rowSpan', most: number): number {
  const span = Number(cell.properties[name] ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}
