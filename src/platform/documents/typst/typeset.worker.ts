import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { loadCompiler, type Compiler } from './compiler.ts'
import { readFonts } from './fonts.ts'
import { JobFiles } from './job-files.ts'
import type { Typeset } from './typeset-job.ts'
import type { FromTypesetter, Order } from './typesetter-process.ts'
import { undisplayedIn } from './undisplayed-text.ts'
import type { Watch, Watched } from './watchdog.worker.ts'

const mostAttempts = 10

const parent = Number(process.argv[2])
if (!Number.isInteger(parent)) throw new Error('The typesetter is told which process asks')

process.on('message', (order) => void answer(order as Order))
process.once('disconnect', () => process.exit())
const watchdog = new Worker(new URL('watchdog.worker.ts', import.meta.url), { workerData: { parent } satisfies Watch, execArgv: [] })
const isWatched = once(watchdog, 'message')
const typesetter = open()

interface Typesetting {
  readonly compiler: Compiler
  readonly files: JobFiles
}

function open(): Outcome<Typesetting> {
  const compiler = loadCompiler(readFonts())
  return compiler.ok ? ok({ compiler: compiler.value, files: new JobFiles(compiler.value) }) : compiler
}

async function answer(order: Order): Promise<void> {
  await isWatched
  watchdog.unref()
  watch({ seconds: order.seconds })
  const set = typesetter.ok ? typesetHere(typesetter.value, order) : typesetter
  watch('idle')
  tell({ answer: set })
  if (typesetter.ok) typesetter.value.compiler.evictCache(order.keep)
}

function watch(watched: Watched): void {
  watchdog.postMessage(watched)
}

function tell(message: FromTypesetter): void {
  process.send?.(message)
}

function typesetHere({ compiler, files }: Typesetting, order: Order): Outcome<Typeset> {
  files.change(order)
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    tell({ stage: { kind: 'setting' } })
    const set = compile(compiler, order.source)
    if (set.ok || !files.mark(undisplayedIn(set.refusal.message))) return set
  }
  return refuse('invalid', 'The document has too much text in scripts that cannot be printed.')
}

function compile(compiler: Compiler, source: string): Outcome<Typeset> {
  const compilation = compiler.compile({ mainFileContent: source })
  const document = compilation.result
  if (document === null) return refuse('invalid', `The document cannot be set: ${reasons(compiler, compilation.takeError())}`)
  tell({ stage: { kind: 'writing', pages: document.numOfPages } })
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
