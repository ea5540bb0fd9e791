import { copyFile, glob, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exampleFolder } from '#entry/county/load-example.ts'

/** A meeting as a file to import. */
export interface MeetingToWrite {
  readonly date: string
  /** So many of the example's papers, from the first again where there are not enough. */
  readonly papers: number
  /** The last item is withheld from the public. */
  readonly hasExempt?: boolean
}

const body = 'children-and-families-overview-and-scrutiny-panel'

/** Writes a coming meeting of the example's panel made of the example's papers, each with an item of its own, and gives back the file to import. */
export async function writeMeeting(folder: string, { date, papers, hasExempt = false }: MeetingToWrite): Promise<string> {
  const own = join(folder, date)
  await mkdir(own, { recursive: true })
  const sources: string[] = []
  for await (const name of glob('meetings/**/item-*-{report,appendix-*}.md', { cwd: exampleFolder('worcestershire') })) sources.push(join(exampleFolder('worcestershire'), name))
  const chosen = Array.from({ length: papers }, (_, index) => sources.toSorted()[index % sources.length] ?? '')
  for (const name of new Set(chosen.map((source) => dirname(source)))) {
    for await (const picture of glob('*.svg', { cwd: name })) await copyFile(join(name, picture), join(own, picture))
  }
  const items = await Promise.all(chosen.map((source, index) => itemOf(source, index + 1, own, hasExempt && index === chosen.length - 1)))
  const file = join(own, 'meeting.yaml')
  const standing = `  - { number: 1, title: Apologies, standing: apologies }\n`
  await writeFile(file, `body: ${body}\ndate: ${date}\ntime: "10:00"\nvenue: County Hall\nstatus: agenda-published\nissued: 2023-06-30\nitems:\n${papers === 0 ? standing : ''}${items.join('')}`)
  return file
}

async function itemOf(source: string, number: number, folder: string, isExempt: boolean): Promise<string> {
  const name = `paper-${number}.md`
  await copyFile(source, join(folder, name))
  const head = `  - number: ${number}\n    title: Item ${number}\n`
  const exempt = isExempt ? '    exempt: { paragraph: 3, reason: It would harm the negotiations. }\n    withheld: { public-title: A matter of business }\n' : ''
  return `${head}${exempt}${basename(source).endsWith('-report.md') ? `    report: ${name}\n` : `    appendices: [{ title: "Appendix ${number}", file: ${name} }]\n`}`
}
