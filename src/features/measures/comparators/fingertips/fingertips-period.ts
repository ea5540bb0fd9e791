import type { Frequency } from '../../definitions/frequencies.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The period of a row of Fingertips by its `Time period`: `2022/23` is the academic year where the measure is of academic years, and else the financial one. Several years
 * (`2020/21 - 22/23`, `2020 - 22`) are the last of them, for measures whose figures are rolling; undefined for others, and where it is no period of ours.
 */
export function fingertipsPeriod(written: string, { frequency, counting }: { readonly frequency: Frequency; readonly counting: string }): string | undefined {
  const range = /^(\d{4}(?:\/\d{2})?) ?- ?(\d{2}(?:\d{2})?(?:\/\d{2})?)$/.exec(written)
  const [, first = '', last = ''] = range ?? []
  if (range !== null) return counting === 'rolling' ? fingertipsPeriod(withCentury(first, last), { frequency, counting: 'period' }) : undefined
  const [, year = '', next = '', quarter] = /^(\d{4})\/(\d{2})(?: Q([1-4]))?$/.exec(written) ?? []
  if (year !== '') return `${year}-${next}${quarter === undefined ? (frequency === 'academic-year' ? '-ay' : '') : `-q${quarter}`}`
  const [, month = '', ofYear = ''] = /^([A-Z][a-z]{2})[a-z]* (\d{4})$/.exec(written) ?? []
  if (monthNames.includes(month.toLowerCase())) return `${ofYear}-${String(monthNames.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}`
  return /^\d{4}$/.test(written) ? written : undefined
}

/** `22/23` after `2020/21` is 2022/23, `01` after `1999` is 2001. */
function withCentury(first: string, last: string): string {
  if (/^\d{4}/.test(last)) return last
  const century = Number(first.slice(0, 2)) + (Number(last.slice(0, 2)) < Number(first.slice(2, 4)) ? 1 : 0)
  return `${century}${last}`
}
