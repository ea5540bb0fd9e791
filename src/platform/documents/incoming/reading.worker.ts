import { parentPort, workerData } from 'node:worker_threads'
import type { Outcome } from '#core/outcome.ts'
import type { ReadingOrder, Readings } from './read-apart.ts'

/** Each parser is loaded only where it is needed. */
const readings: { readonly [Reading in keyof Readings]: (bytes: Buffer) => Promise<Outcome<Readings[Reading]>> } = {
  word: async (bytes) => (await import('./word/word-to-report.ts')).wordToReport(bytes),
  pdf: async (bytes) => (await import('./pdf/read-pdf-here.ts')).readPdfHere(bytes),
  xlsx: async (bytes) => (await import('./sheets/read-workbook.ts')).readWorkbook(bytes),
  csv: async (bytes) => (await import('./sheets/read-csv.ts')).readCsv(bytes),
}

const { reading, bytes } = workerData as ReadingOrder
parentPort?.postMessage(await readings[reading](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
