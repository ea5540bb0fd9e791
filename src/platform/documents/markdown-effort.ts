/** One of each kind in hundredths of a millisecond of the parser's time in a process just started, as measured; the space that it takes grows alike. */
const efforts = {
  characters: 0.03,
  words: 0.2,
  'blank lines': 1,
  'lines of text': 3,
  paragraphs: 4,
  'list items and quoted lines': 8,
  'levels of indented text': 2,
  'table cells': 4,
  'links and brackets': 8,
  'asterisks and underscores': 6,
  'marks such as ` or &': 2,
} as const

type Kind = keyof typeof efforts

const kinds = Object.keys(efforts) as Kind[]

/** What the parser has to do for a text, added up line by line. */
export class MarkdownEffort {
  readonly #counts = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  /** How many lists and quotes may still be open, each of which the parser asks about every empty line. */
  #open = 0
  #isAfterBlank = true
  #mayBeTable = false

  /** Adds a line that begins with so many marks of lists and quotes, indented by so many levels. */
  add(line: string, marks: number, indents: number): void {
    this.#counts.characters += line.length + 1
    if (line.trim() === '') this.#addBlank()
    else this.#addText(line, marks, indents)
  }

  /** In hundredths of a millisecond. */
  total(): number {
    return kinds.reduce((sum, kind) => sum + this.#of(kind), 0)
  }

  /** What most of the effort goes into, with its count: "2400 list items and quoted lines". */
  most(): string {
    const most = kinds.reduce((first, other) => (this.#of(other) > this.#of(first) ? other : first))
    return `${Math.round(this.#counts[most])} ${most}`
  }

  #of(kind: Kind): number {
    return this.#counts[kind] * efforts[kind]
  }

  #addBlank(): void {
    this.#counts['blank lines'] += 1 + this.#open / 2
    this.#isAfterBlank = true
    this.#mayBeTable = false
  }

  #addText(line: string, marks: number, indents: number): void {
    const counts = this.#counts
    counts['lines of text'] += 1
    counts.words += howMany(line, /\S+/g)
    counts.paragraphs += this.#isAfterBlank || /^\s*#/.test(line) ? 1 : 0
    counts['list items and quoted lines'] += marks + this.#costlyMarks(line)
    counts['levels of indented text'] += indents
    this.#mayBeTable ||= /^\s*[|:-][|:\s-]*$/.test(line)
    counts['table cells'] += Math.max(cellsOf(line), this.#mayBeTable ? 1 : 0)
    counts['links and brackets'] += howMany(line, /\[/g) + howMany(line, /\]/g) / 4
    counts['asterisks and underscores'] += howMany(line, /[*_]/g)
    counts['marks such as ` or &'] += howMany(line, /[`&<\\!]/g)
    this.#open = Math.max(marks + indents, this.#isAfterBlank ? 0 : this.#open)
    this.#isAfterBlank = false
  }

  /** Marks that cost more the more there are: a heading's underline, and the first line of a quote. */
  #costlyMarks(line: string): number {
    if (/^\s*(?:=+|-+)\s*$/.test(line)) return 2
    return this.#isAfterBlank && /^\s*>/.test(line) ? 1 : 0
  }
}

/** The cells of a table's row, with or without a bar at its ends. */
export function cellsOf(line: string): number {
  const bars = howMany(line, /\|/g)
  return bars === 0 ? 0 : Math.max(1, bars + 1 - howMany(line, /^\s*\||\|\s*$/g))
}

/** How often the text holds it. */
export function howMany(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0
}
