/** Whether a stretch of Markdown holds paragraphs and lists only: a table, a picture or a note has no place in a plain box. */
export function isPlain(markdown: string): boolean {
  return !/^[ \t]*(?:\||!\[|Table: |\[\^)|\[\^[^\]\s]+\]/m.test(markdown)
}

const itemMark = /^\s*(?:[-*]|\d+[.)])\s+/

/** Each paragraph and each item of a list as plain words on one line. */
export function paragraphsOf(markdown: string): string[] {
  const blocks = markdown.split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+[.)])\s)/)
  return blocks.map((block) => plainWords(block.replace(itemMark, ''))).filter((words) => words !== '')
}

/** What is asked, each a clause to follow "Members are asked to": "The Board is asked to note it." is "note it". */
export function clausesOf(markdown: string): string[] {
  return paragraphsOf(markdown)
    .map((words) => words.replace(/^(?:[\w’' ]{1,60} (?:is|are) (?:asked|invited|recommended|requested) to|to)(?::$|\s+)/i, '').replace(/[.;,]?(?: and)?[.;,]?$/, ''))
    .filter((clause) => clause !== '' && !clause.endsWith(':'))
}

/** The words of Markdown, without its marks; a link keeps its words. */
function plainWords(markdown: string): string {
  return markdown
    .replaceAll(/\[((?:[^\]\\]|\\.)*)\]\((?:[^()\\]|\\.)*\)/g, '$1')
    .replaceAll(/(?<!\\)(\*{1,3})(?=\S)(.*?\S)\1/gs, '$2')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll(/&(amp|lt|gt|#x20);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? ' ')
    .replaceAll(/\\?\s+/g, ' ')
    .trim()
}
