import type { Html } from './html.ts'
import { pagination } from './components/pagination.ts'

interface Neighbour {
  readonly href: string
  /** What stands there: "August 2023". */
  readonly label?: string | undefined
}

/** The way to the pages before and after this one; nothing where this is all there is. */
export function cursorPagination(options: {
  /** Names the landmark: "More meetings". */
  readonly label: string
  readonly previous?: Neighbour | undefined
  readonly next?: Neighbour | undefined
}): Html | undefined {
  if (options.previous === undefined && options.next === undefined) return undefined
  return pagination({ landmarkLabel: options.label, previous: options.previous, next: options.next })
}
