/** An element as the browser hands it to a function of these tests, which are checked without the browser's own types. */
export interface DrawnElement {
  getAttribute(name: string): string | null
  querySelector(query: string): DrawnElement | null
  querySelectorAll(query: string): ArrayLike<DrawnElement>
}

/** The addresses of links, as they are written. */
export function hrefs(links: DrawnElement[]): string[] {
  return links.map((link) => link.getAttribute('href') ?? '')
}
