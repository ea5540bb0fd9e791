import { exampleOf, periodOf, type Frequency } from '../definitions/frequencies.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day that serial number 0 of a spreadsheet program stands for. */
const firstSerialDay = Date.UTC(1899, 11, 30)
const dayLength = 86_400_000

interface Likely {
  /** The period as it is written here. */
  readonly period: string
  /** Whether a spreadsheet program has turned it into a date. */
  readonly isTurned: boolean
}

/** The period that was likely meant: Excel's `Apr-22` for 2022-04, `31/03/2023` for 2023-03-31, `Q1 2022/23` for 2022-23-q1. Undefined where none is. */
export function likelyPeriod(written: string, frequency: Frequency): Likely | undefined {
  const day = dayIn(written)
  const periods = [...(day === undefined ? [] : [day, day.slice(0, 7)]), monthIn(written), quarterIn(written), yearsIn(written)]
  const period = periods.find((one) => one !== undefined && one !== written && periodOf(frequency, one)?.kind === periodOf(frequency, exampleOf(frequency))?.kind)
  return period === undefined ? undefined : { period, isTurned: day !== undefined || monthIn(written) !== undefined }
}

/** The same where a period may be of any of several frequencies: the first in which one was likely meant, as it is written here. */
export function likelyPeriodOf(written: string, frequencies: readonly Frequency[]): string | undefined {
  return frequencies.map((frequency) => likelyPeriod(written, frequency)?.period).find((period) => period !== undefined)
}

/** A day as spreadsheet programs write it: `31/03/2023`, `31-Mar-23`, `2023-03-31 00:00:00`, `45016`. */
function dayIn(written: string): string | undefined {
  if (/^[2-6]\d{4}$/.test(written)) return new Date(firstSerialDay + Number(written) * dayLength).toISOString().slice(0, 10)
  const ofIso = /^(\d{4}-\d\d-\d\d)([ T]00:00(:00)?)?$/.exec(written)?.[1]
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/. ](\d{1,2}|[A-Za-z]{3,9})[-/. ](\d{2}|\d{4})$/.exec(written) ?? []
  return ofIso ?? (year === '' ? undefined : [fullYear(year), monthNumber(month), day.padStart(2, '0')].join('-'))
}

/** `Apr-22`, `April 2022`. */
function monthIn(written: string): string | undefined {
  const [, month = '', year = ''] = /^([A-Za-z]{3,9})[-/. ](\d{2}|\d{4})$/.exec(written) ?? []
  return year === '' || !monthNames.includes(month.slice(0, 3).toLowerCase()) ? undefined : `${fullYear(year)}-${monthNumber(month)}`
}

/** `Q1 2022/23`, `2022-23 Q1`, `2022-23-Q1`. */
function quarterIn(written: string): string | undefined {
  const quarter = /q([1-4])/i.exec(written)?.[1]
  const years = yearsIn(written.replace(/[-/ ]*q[1-4][-/ ]*/i, ''))
  return quarter === undefined || years === undefined ? undefined : `${years}-q${quarter}`
}

/** `2022/23`, `2022/2023`. */
function yearsIn(written: string): string | undefined {
  const [, first = '', second = ''] = /^(\d{4})[-/–](?:20)?(\d\d)$/.exec(written) ?? []
  return first === '' ? undefined : `${first}-${second}`
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

function monthNumber(month: string): string {
  const number = /^\d+$/.test(month) ? Number(month) : monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1
  return String(number).padStart(2, '0')
}
