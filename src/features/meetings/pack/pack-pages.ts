/** The pages of a paper as they are printed. */
export interface PackPages {
  readonly from: number
  readonly to: number
  /** The pages of the exempt part are numbered E1, E2 … */
  readonly part?: 'exempt'
}

/** `3`, `3–9`, `E1–E4`: as the agenda's page column says it. */
export function pagesInWords({ from, to, part }: PackPages): string {
  const prefix = part === 'exempt' ? 'E' : ''
  return from === to ? `${prefix}${from}` : `${prefix}${from}–${prefix}${to}`
}
