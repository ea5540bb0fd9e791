import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'

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
  const executablePath = await packed.executablePath()
  try {
    return await chromium.launch({ executablePath, args: [...packed.args, ...flags] })
  } catch (problem) {
    if (!(problem instanceof Error) || !/error while loading shared libraries/.test(problem.message)) throw problem
  }
  // A machine without a desktop lacks libnss3 and its like; the package ships them.
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  await inflate(join(folder, 'bin', 'al2023.tar.br'))
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'))
  return chromium.launch({ executablePath, args: [...packed.args, ...flags] })
}
