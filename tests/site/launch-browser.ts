import { accessSync, constants, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

const cache = join(import.meta.dirname, '../../node_modules/.cache')
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet]

/** A headless Chromium: the one that CHROMIUM names, else the machine's, else the one that npm brought. None found is a failure. */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM'] ?? onPath()
  return own === undefined ? launchPacked() : chromium.launch({ executablePath: own, args: flags })
}

function onPath(): string | undefined {
  const candidates = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

async function launchPacked(): Promise<Browser> {
  const folder = await unpacked()
  const executablePath = join(folder, 'chromium')
  try {
    return await chromium.launch({ executablePath, args: flags })
  } catch (problem) {
    if (!(problem instanceof Error) || !/error while loading shared libraries/.test(problem.message)) throw problem
  }
  // A machine without a desktop lacks libnss3 and its like; the package ships them.
  setupLambdaEnvironment(join(folder, 'al2023', 'lib'))
  return chromium.launch({ executablePath, args: flags })
}

/** The folder in which the browser that npm brought lies unpacked. It is unpacked aside and moved there at one stroke, since test files run side by side and may be stopped. */
async function unpacked(): Promise<string> {
  const source = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { readonly version: string }
  const folder = join(cache, `chromium-${version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const aside = await mkdtemp(join(cache, 'unpacking-'))
  await within(aside, async () => Promise.all([packed.executablePath(), inflate(join(source, 'bin', 'al2023.tar.br'))]))
  await rename(aside, folder).catch(async (problem: unknown) => {
    if (!existsSync(folder)) throw problem
    await rm(aside, { recursive: true })
  })
  return folder
}

/** The package unpacks into the folder for temporary files. */
async function within(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
