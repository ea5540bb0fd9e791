import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { makeFolder } from '#platform/files/make-folder.ts'
import { settings } from './settings.ts'
import type { Config } from './config.ts'

/** The key that protects forms and sessions: the setting, or one made once and kept in the data folder, readable by its owner only. */
export async function secretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Promise<Outcome<string>> {
  if (config.secretKey !== undefined) return ok(config.secretKey)
  const file = join(config.dataDir, 'secret-key')
  makeFolder(config.dataDir)
  if (!existsSync(file)) await makeKey(file)
  const key = settings.SECRET_KEY.read((await readFile(file, 'utf8')).trim())
  if (key !== undefined) return ok(key)
  return refuse('invalid', `The key in ${file} is damaged. Put its copy back, or remove the file: a new key is made, and everybody signs in again.`)
}

/** Written whole beside its place and then linked there, so that two processes starting together end with one key. */
async function makeKey(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(48).toString('base64')}\n`, { mode: 0o600, flush: true })
  try {
    await link(draft, file)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
  } finally {
    await rm(draft)
  }
}
