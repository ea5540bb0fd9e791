import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { loadCompiler, workspace, type Compiler } from './compiler.ts'
import { readFonts } from './fonts.ts'
import type { Typeset, TypesetJob } from './typeset.ts'
import { replaceUndisplayed, undisplayedIn } from './undisplayed-text.ts'
import type { Watch } from './watchdog.worker.ts'

const mostAttempts = 10

const [parent, seconds] = process.argv.slice(2).map(Number)
if (parent === undefined || seconds === undefined) throw new Error('The typesetter is told which process asks and how long it may take')

process.once('message', (job) => void answer(job as TypesetJob))
const watchdog = new Worker(new URL('watchdog.worker.ts', import.meta.url), { workerData: { parent, seconds } satisfies Watch, execArgv: [] })
const isWatched = once(watchdog, 'message')

async function answer(job: TypesetJob): Promise<void> {
  await isWatched
  watchdog.unref()
  process.send?.(typesetHere(job))
}

function typesetHere(job: TypesetJob): Outcome<Typeset> {
  const compiler = loadCompiler(readFonts())
  if (!compiler.ok) return compiler
  for (const [name, content] of job.files) compiler.value.mapShadow(`${workspace}/${name}`, Buffer.from(content))
  let json = JSON.stringify(job.data)
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    compiler.value.mapShadow(`${workspace}/data.json`, Buffer.from(json))
    const set = compile(compiler.value, job.source)
    if (set.ok) return set
    const readable = replaceUndisplayed(json, undisplayedIn(set.refusal.message))
    if (readable === json) return set
    json = readable
  }
  return refuse('invalid', 'The document has too much text in scripts that cannot be printed.')
}

function compile(compiler: Compiler, source: string): Outcome<Typeset> {
  const compilation = compiler.compile({ mainFileContent: source })
  const document = compilation.result
  if (document === null) return refuse('invalid', `The document cannot be set: ${reasons(compiler, compilation.takeError())}`)
  const marks = compiler.query(document, { selector: '<mark>', field: 'value' }) as unknown[]
  try {
    return ok({ pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), marks })
  } catch (error) {
    return refuse('invalid', `The document cannot be made accessible: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function reasons(compiler: Compiler, error: object | null): string {
  return error === null ? 'no reason was given' : compiler.fetchDiagnostics(error).map((diagnostic) => diagnostic.message).join('; ')
}
