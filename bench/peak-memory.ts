import { readFile } from 'node:fs/promises'

/** The most memory that a process or one that it started ever held, in words; Linux alone says. */
export async function peakMemory(pid: number): Promise<string> {
  const kilobytes = Math.max(...(await Promise.all((await family(pid)).map(peakOf))))
  return kilobytes > 0 ? `${Math.round(kilobytes / 1024)} MB` : 'not known on this system'
}

async function family(pid: number): Promise<number[]> {
  const children = (await readOrNothing(`/proc/${pid}/task/${pid}/children`)).split(' ').filter(Boolean).map(Number)
  return [pid, ...(await Promise.all(children.map(family))).flat()]
}

async function peakOf(pid: number): Promise<number> {
  return Number(/^VmHWM:\s+(\d+)/m.exec(await readOrNothing(`/proc/${pid}/status`))?.[1] ?? 0)
}

function readOrNothing(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '')
}
