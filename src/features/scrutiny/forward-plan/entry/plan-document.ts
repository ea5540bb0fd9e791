import { z } from 'zod'
import { parseDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import { words } from '#platform/files/fields.ts'
import { agendasOf } from '#features/meetings'
import { hiddenAddress } from '#features/minutes'

const longestAddress = 500

/** A document that goes to whoever decides: its title, or its title and the address at which anybody can read it. */
const planDocument = z.union([words('a document'), z.strictObject({ title: words('the title of the document'), address: z.string().trim().min(1).max(longestAddress) })], 'Give the title of a document, or `{ title, address }` with the address at which anybody can read it')

export type PlanDocument = z.output<typeof planDocument>

/** The documents of an entry. An address is the page of a report on this site, or one of the web that anybody can open. */
export const planDocuments = z
  .array(planDocument)
  .max(100, 'Give at most 100 documents')
  .superRefine((documents, context) => {
    for (const [place, document] of documents.entries()) {
      const message = notRead(documentAddress(document))
      if (message !== undefined) context.addIssue({ code: 'custom', path: [place, 'address'], message })
    }
  })

/** The page of an item on a published agenda, with its report. */
const reportPage = /^\/bodies\/([a-z0-9-]+)\/(\d{4}-\d{2}-\d{2})\/items\/(\d{1,4})$/

function notRead(address: string | undefined): string | undefined {
  if (address === undefined || reportPage.test(address)) return undefined
  return address.startsWith('/') ? 'Give the page of a report on this site, such as /bodies/cabinet/2026-04-14/items/5, or an address that begins with https://' : hiddenAddress(address, {})
}

export function documentTitle(document: PlanDocument): string {
  return typeof document === 'string' ? document : document.title
}

export function documentAddress(document: PlanDocument): string | undefined {
  return typeof document === 'string' ? undefined : document.address
}

/** "What parents said /bodies/cabinet/2023-06-29/items/5": a document on one line, as it is typed. */
export function documentLine(document: PlanDocument): string {
  return typeof document === 'string' ? document : `${document.title} ${document.address}`
}

/** Reads such a line: what stands last and begins as an address does is the address. */
export function readDocument(line: string): PlanDocument {
  const [, title = '', address = ''] = /^(.*\S)\s+((?:https?:\/\/|\/[a-z])\S*)$/.exec(line) ?? []
  return address === '' ? line : { title, address }
}

/** Says of each of these documents why nobody could read it at its address here: the published agenda of that meeting has no such item. One query, however many. */
export async function unreadReports(reader: Reader, documents: readonly PlanDocument[]): Promise<(document: PlanDocument) => string | undefined> {
  const agendas = await agendasOf(reader, documents.flatMap((document) => reportOn(document) ?? []))
  return (document) => {
    const report = reportOn(document)
    const isRead = report === undefined || agendas.get(`${report.body}/${report.date}`)?.items.includes(report.item) === true
    return isRead ? undefined : 'No published agenda has an item at this address. Give it once the agenda is published, or correct it'
  }
}

function reportOn(document: PlanDocument) {
  const [, body, day = '', item] = reportPage.exec(documentAddress(document) ?? '') ?? []
  const date = parseDate(day)
  return body === undefined || date === undefined ? undefined : { body, date, item: Number(item) }
}
