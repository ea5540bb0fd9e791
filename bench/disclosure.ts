import { oneToFive } from '#core/suppression/policy.ts'
import { solver } from '#platform/linear-programs/solver.ts'
import { hideComponent, hideFigures, linkFigures, measureSheet, protectSheets } from '../src/features/measures/testing.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

type Sheet = ReturnType<typeof measureSheet>

const rounds = 3
const quarters = ['2019-20-q1', '2019-20-q2', '2019-20-q3', '2019-20-q4']
const districts = ['bromsgrove', 'malvern-hills', 'redditch', 'worcester', 'wychavon', 'wyre-forest']
const sexes = ['girls', 'boys']

/** What has to be hidden in a year of linked tables, and the same without the steps that make it quick, or without those that make it safe. */
export async function disclosure(): Promise<Report> {
  const withModel = await solver()
  const year = Array.from({ length: 40 }, (_, at) => measureOfYear(at))
  const earlier = await published(year)
  const few = year.slice(0, 3)
  const [plain, quarter] = [withSeries(year, ({ breakdown }) => breakdown === ''), withPoints(year, (period) => period === quarters[0])]
  const whole = async () => void (await protectSheets(year, []))
  const rows = [
    await compared('40 measures without breakdowns, a year of quarters', async () => void (await protectSheets(plain, [])), () => Promise.resolve(onlySmall(plain)), { rounds, against: 'counts of 1 to 5 only, which is not safe' }),
    await compared('40 measures by district and sex, a year of quarters', whole, async () => void (await protectSheets(quarter, [])), { rounds, against: 'one quarter of them' }),
    await compared('the same beside three releases before it', async () => void (await protectSheets(year, earlier)), whole, { rounds, against: 'without them' }),
    await compared(
      'three of the measures',
      () => Promise.resolve(hideFigures(linkFigures(few, []).world, oneToFive, withModel)),
      () => Promise.resolve(asOne(few, withModel)),
      { rounds, against: 'all in one model' },
    ),
  ]
  const { world } = linkFigures(year, [])
  return {
    title: 'What hides small numbers in linked tables',
    against: 'what each line names',
    rows,
    notes: [`${world.cells.length} counts in ${world.sums.length} sums: districts, sexes, both, quarters and the year, and every tenth measure made up of the nine before it`, `median of ${rounds} readings in turn after one rehearsal`],
  }
}

/** A measure of every quarter by district and sex, with all totals and the year's; every tenth is the sum of those before it. */
function measureOfYear(at: number): Sheet {
  const first = at - (at % 10)
  const parts = at % 10 === 9 ? Array.from({ length: 9 }, (_, place) => first + place) : [at]
  const counts = new Map<string, Map<string, number>>()
  const add = (breakdown: string, period: string, count: number) => {
    const points = counts.get(breakdown) ?? new Map<string, number>()
    counts.set(breakdown, points.set(period, (points.get(period) ?? 0) + count))
  }
  for (const part of parts)
    for (const [quarter, period] of quarters.entries())
      for (const [place, district] of districts.entries())
        for (const [which, sex] of sexes.entries())
          for (const breakdown of ['', `district=${district}`, `sex=${sex}`, `district=${district};sex=${sex}`])
            for (const when of [period, '2019-20-outturn']) add(breakdown, when, countAt(part, quarter, place, which))
  const series = [...counts].map(([breakdown, points]) => [`own${breakdown === '' ? '' : ` ${breakdown}`}`, Object.fromEntries(points)])
  return measureSheet(`measure-${at}`, Object.fromEntries(series), parts.length > 1 ? { sumOf: parts.map((part) => `measure-${part}`) } : {})
}

/** Between 0 and 60, one in ten of them small; always the same. */
function countAt(...places: readonly number[]): number {
  const mixed = places.reduce((hash, place) => Math.imul(hash ^ (place + 1), 0x9e3779b1) >>> 7, 7919)
  return mixed % 10 === 0 ? 1 + ((mixed >> 4) % 5) : 6 + ((mixed >> 4) % 55)
}

/** The first three quarters as they were published, each in its turn. */
async function published(year: readonly Sheet[]): Promise<readonly Sheet[]> {
  const earlier: Sheet[] = []
  for (const last of quarters.slice(0, 3)) {
    const outcome = await protectSheets(withPoints(year, (period) => period <= last), earlier)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
    earlier.push(...outcome.value.sheets)
  }
  return earlier
}

function withSeries(sheets: readonly Sheet[], isKept: (series: Sheet['series'][number]) => boolean): readonly Sheet[] {
  return sheets.map((sheet) => ({ ...sheet, series: sheet.series.filter(isKept) }))
}

function withPoints(sheets: readonly Sheet[], isKept: (period: string) => boolean): readonly Sheet[] {
  return sheets.map((sheet) => ({ ...sheet, series: sheet.series.map((series) => ({ ...series, points: series.points.filter(({ period }) => isKept(period)) })) }))
}

function onlySmall(sheets: readonly Sheet[]): number {
  return sheets.flatMap(({ series }) => series.flatMap(({ points }) => points.filter(({ value }) => value !== undefined && value >= 1 && value <= 5))).length
}

function asOne(sheets: readonly Sheet[], withModel: Awaited<ReturnType<typeof solver>>) {
  const { world } = linkFigures(sheets, [])
  return hideComponent({ cells: [...world.cells.keys()], sums: world.sums }, world, { policy: oneToFive, withModel })
}

async function compared(measure: string, ours: () => Promise<unknown>, theirs: () => Promise<unknown>, { rounds, against }: { readonly rounds: number; readonly against: string }): Promise<Row> {
  const measured = await alternate(rounds, () => seconds(ours), () => seconds(theirs))
  const [one, other] = [median(measured.ours), median(measured.theirs)]
  return { measure: `${measure}; beside it ${against}`, ours: inSeconds(one), alternative: inSeconds(other), ratio: (one / other).toFixed(2), aim: '' }
}
