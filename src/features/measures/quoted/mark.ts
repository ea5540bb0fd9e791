/** What the mark of a figure asks for. */
export type Mark =
  | { readonly kind: 'figure'; readonly measure: string; readonly period: string; readonly area?: string; readonly breakdown: string }
  | { readonly kind: 'dashboard'; readonly body: string; readonly period: string }

const slug = /^[a-z0-9][a-z0-9-]*$/

/**
 * Reads a mark: `plans-on-time 2019-20-q4`, with `area=E92000001` and `breakdown=phase=primary` behind it where another figure than the council's own of all is
 * meant, or `figures panel 2019-20-q4` for all that a body was given for a period. Undefined of what is no mark of a figure.
 */
export function readMark(text: string): Mark | undefined {
  const [first = '', second = '', ...rest] = text.split(' ')
  if (!slug.test(first) || !slug.test(second)) return undefined
  const [third = '', ...more] = rest
  if (first === 'figures' && slug.test(third)) return more.length === 0 ? { kind: 'dashboard', body: second, period: third } : undefined
  const options = new Map(rest.map((option) => [option.slice(0, option.indexOf('=')), option.slice(option.indexOf('=') + 1)]))
  if (options.size < rest.length || [...options].some(([name, value]) => (name !== 'area' && name !== 'breakdown') || value === '')) return undefined
  const area = options.get('area')
  return { kind: 'figure', measure: first, period: second, ...(area === undefined ? {} : { area }), breakdown: options.get('breakdown') ?? '' }
}

export function markOfDashboard({ body, period }: { readonly body: string; readonly period: string }): string {
  return `figures ${body} ${period}`
}
