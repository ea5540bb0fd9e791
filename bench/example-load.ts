import { openApplication } from '#entry/app.ts'
import type { Application } from '#entry/application.ts'
import { loadExample } from '#entry/county/load-example.ts'
import { loads } from '#entry/features.ts'
import { readConfig } from '#platform/config/config.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import type { TypesetJob } from '#platform/documents/typst/typeset-job.ts'
import { makeLog } from '#platform/log/log.ts'
import { withFolder } from './example-store.ts'
import { inSeconds, type Report } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

const rounds = 3
const openStage = 'a new database, with its schema'
const typesetStage = '  of which typesetting packs'

/** One loading of the example: what it took by stage, in seconds, and the packs that it had typeset. */
interface Load {
  readonly stages: ReadonlyMap<string, number>
  readonly jobs: readonly TypesetJob[]
  readonly whole: number
}

/** `golden-thread example load` into an empty folder, from an open process to the last commit. */
export async function exampleLoad(): Promise<Report> {
  let jobs: readonly TypesetJob[] = []
  const measured = await alternate(
    rounds,
    async () => {
      const load = await withFolder(loadInto)
      jobs = load.jobs
      return load
    },
    () => seconds(async () => typesetAll(jobs)),
  )
  const [whole, alone] = [median(measured.ours.map((load) => load.whole)), median(measured.theirs)]
  const stages = [...(measured.ours[0]?.stages.keys() ?? [])].map((stage) => ({
    measure: `  ${stage}`,
    ours: inSeconds(median(measured.ours.map((load) => load.stages.get(stage) ?? 0))),
    alternative: '',
    ratio: '',
    aim: '',
  }))
  return {
    title: 'Loading the example county into an empty folder',
    against: `typesetting its ${jobs.length} packs and nothing else`,
    rows: [{ measure: 'the whole load', ours: inSeconds(whole), alternative: inSeconds(alone), ratio: (whole / alone).toFixed(1), aim: '' }, ...stages],
    notes: [`medians of ${rounds} loads in turn after one rehearsal; the start of the process is not in them`],
  }
}

async function typesetAll(jobs: readonly TypesetJob[]): Promise<void> {
  for (const job of jobs) await typeset(job)
}

async function loadInto(folder: string): Promise<Load> {
  const stages = new Stages()
  stages.begin(openStage)
  const config = readConfig({ DATA_DIR: folder })
  if (!config.ok) throw new Error(config.refusal.message)
  const opened = await openApplication(config.value, makeLog({ production: false, quiet: true }))
  if (!opened.ok) throw new Error(opened.refusal.message)
  const { app, close } = opened.value
  try {
    return await loadTimed(app, stages)
  } finally {
    await close()
  }
}

async function loadTimed(app: Application, stages: Stages): Promise<Load> {
  const jobs: TypesetJob[] = []
  let typesetting = 0
  const watched: Application = {
    ...app,
    typeset: async (job) => {
      jobs.push(job)
      const begun = performance.now()
      const set = await typeset(job)
      typesetting += (performance.now() - begun) / 1000
      return set
    },
  }
  const loaded = await loadExample(watched, loads, 'worcestershire', (line) => stages.hear(line))
  const whole = stages.end()
  if (!loaded.ok) throw new Error(loaded.refusal.message)
  return { stages: new Map([...stages.taken, [typesetStage, typesetting]]), jobs, whole }
}

/** What each stage of the loading takes, by the lines in which it reports its progress. */
class Stages {
  readonly taken = new Map<string, number>()
  readonly #begun = performance.now()
  #stage = ''
  #since = this.#begun

  begin(stage: string): void {
    const now = performance.now()
    if (this.#stage !== '') this.taken.set(this.#stage, (now - this.#since) / 1000)
    this.#stage = stage
    this.#since = now
  }

  hear(line: string): void {
    const what = /^Loading the example county: (\w+)$/.exec(line)?.[1]
    if (what !== undefined) this.begin(what)
  }

  /** Ends the last stage; gives back the seconds since the first. */
  end(): number {
    this.begin('')
    return (performance.now() - this.#begun) / 1000
  }
}
