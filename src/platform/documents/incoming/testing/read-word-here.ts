import assert from 'node:assert/strict'
import type { Outcome } from '#core/outcome.ts'
import type { Block } from '../../blocks.ts'
import { readMarkdown } from '../../read-markdown.ts'
import type { IncomingReport } from '../word/report.ts'
import { wordToReport } from '../word/word-to-report.ts'
import { wordFile, type TestWord } from './word-file.ts'

/** One red dot. */
export const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==', 'base64')

/** The document read in this process, which is quicker; its Markdown passes the reader of reports. */
export async function readHere(word: TestWord): Promise<IncomingReport> {
  const outcome = await wordToReport(wordFile(word))
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.refusal.message)
  blocksOf(outcome.value)
  return outcome.value
}

/** The blocks of the Markdown, once every picture has an alternative text. */
export function blocksOf({ markdown, pictures }: IncomingReport): readonly Block[] {
  const figures = new Map(pictures.map(({ name, checksum, mediaType }) => [name, { checksum, mediaType }]))
  const blocks = readMarkdown(markdown.replaceAll('![](', '![what it shows]('), { file: 'report.md', numbered: true, figures })
  assert.ok(blocks.ok, blocks.ok ? '' : JSON.stringify(blocks.refusal.faults))
  return blocks.value
}

export async function markdownOf(body: string): Promise<string> {
  return (await readHere({ body })).markdown
}

/** What was not carried, cut short: how many, where and what. */
export function lossesOf(report: IncomingReport): string[] {
  return report.notCarried.map(({ what, where, count }) => `${count} ${where === undefined ? '' : `${where}: `}${what.split(/[,.]/)[0]}`)
}

export function messageOf(outcome: Outcome<unknown>): string {
  assert.ok(!outcome.ok, 'the file was accepted')
  return outcome.refusal.message
}
