const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * The period of a row of explore-education-statistics by its two columns: `202223` with `Academic year` is 2022-23-ay. With a day of the year it is that day in the
 * last year of the period. Undefined where the identifier is not one that our measures have, such as weeks and pairs of terms.
 */
export function eesPeriod(timePeriod: string, identifier: string, day?: string): string | undefined {
  const [, first = '', second = ''] = /^(\d{4})(\d{2})?$/.exec(timePeriod) ?? []
  if (first === '') return undefined
  const isTwo = second !== '' && (Number(first) + 1) % 100 === Number(second)
  if (second !== '' && !isTwo) return undefined
  if (day !== undefined) return `${isTwo ? Number(first) + 1 : first}-${day}`
  return isTwo ? ofTwoYears(`${first}-${second}`, identifier.toLowerCase()) : ofOneYear(first, identifier.toLowerCase())
}

function ofTwoYears(years: string, identifier: string): string | undefined {
  const term = /^(autumn|spring|summer) term$/.exec(identifier)?.[1]
  const quarter = /^financial year q([1-4])$/.exec(identifier)?.[1]
  if (term !== undefined) return `${years}-ay-${term}`
  if (quarter !== undefined) return `${years}-q${quarter}`
  return identifier === 'academic year' ? `${years}-ay` : identifier === 'financial year' ? years : undefined
}

function ofOneYear(year: string, identifier: string): string | undefined {
  const month = monthNames.indexOf(identifier)
  if (month !== -1) return `${year}-${String(month + 1).padStart(2, '0')}`
  return identifier === 'calendar year' || identifier === 'reporting year' ? year : undefined
}
