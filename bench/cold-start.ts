import { rm } from 'node:fs/promises'
import { withExampleStore, withFolder } from './example-store.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median } from './rounds.ts'
import { startProcess, startProduct } from './started-process.ts'

const rounds = 5

/** From the command to the first page, on a store that holds the example. */
export async function coldStart(): Promise<Report> {
  return withExampleStore((store) =>
    withFolder(async (cache) => ({
      title: 'Cold start to the first page, on a loaded store',
      against: 'a Fastify server that only says hello',
      rows: [
        row('usual start', await compare(store, {}), 'ours below 3 s'),
        row('first start after installing (nothing compiled yet)', await compare(store, { NODE_COMPILE_CACHE: cache }, () => rm(cache, { recursive: true, force: true }))),
      ],
      notes: [`medians of ${rounds} starts in turn after one rehearsal, from the start of the process to the last byte of the page`],
    })),
  )
}

type Pair = { readonly ours: number; readonly theirs: number }

async function compare(store: string, settings: Readonly<Record<string, string>>, before: () => Promise<void> = async () => undefined): Promise<Pair> {
  const measured = await alternate(
    rounds,
    async () => firstPage(before, () => startProduct(store, '/', settings)),
    async () => firstPage(before, () => startProcess(['bench/hello-server.ts'], '/', settings)),
  )
  return { ours: median(measured.ours), theirs: median(measured.theirs) }
}

async function firstPage(before: () => Promise<void>, start: () => ReturnType<typeof startProcess>): Promise<number> {
  await before()
  const started = await start()
  await started.stop()
  return started.secondsToFirstPage
}

function row(measure: string, { ours, theirs }: Pair, aim = ''): Row {
  return { measure, ours: inSeconds(ours), alternative: inSeconds(theirs), ratio: (ours / theirs).toFixed(1), aim }
}
