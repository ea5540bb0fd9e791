import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that says of a meeting that it was held, for `golden-thread import meetings`. */
export async function meetingHeld(body: string, date: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'golden-thread-held-')), 'held.yaml')
  await writeFile(file, `body: ${body}\ndate: ${date}\nstatus: held\n`)
  return file
}
