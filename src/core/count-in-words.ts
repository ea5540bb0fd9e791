/** "34 bodies", "1 body", "1 published": how many of what; a noun is given in its plural. */
export function countOf(count: number, what: string): string {
  return `${count} ${count === 1 ? singular(what) : what}`
}

function singular(plural: string): string {
  if (plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  return plural.replace(/(?<=ch|sh|ss|x)es$|s$/, '')
}
