import { act, type Context } from '#access/act.ts'
import { look } from '#access/look.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { LocalDate } from '#core/dates.ts'
import type { Reader } from '#platform/database/database.ts'
import type { MeetingsApp } from '../../meetings-app.ts'
import { buildPack } from '../../pack/build-pack.ts'
import { buildSupplement } from '../../pack/build-supplement.ts'
import type { Pack } from '../../pack/set-papers.ts'
import { membersPackContent, membersSupplementContent } from '../../publication/members-pack.ts'
import { openPack, readingOf, type MeetingAddress, type OpenPack } from '../rights/open-reading.ts'
import { picturesOf } from './paper-pictures.ts'

/** Which document of a meeting somebody has a copy of: the pack, or a supplement by its number. */
export interface CopyAsked extends MeetingAddress {
  readonly supplement?: number
}

/** What a copy is made of, read before it is set. */
export interface CopyMaterial {
  /** The version asked for, and the version whose papers are printed: of a pack with supplements the one it was built with. */
  readonly version: number
  readonly printed: OpenPack
  readonly supplement: number | undefined
}

/** Reads what a member's copy is made of; refused where this reader may not see everything, and where there is no such document. */
export async function copyMaterial(reader: Reader, context: Context, asked: CopyAsked): Promise<Outcome<CopyMaterial>> {
  const { supplement, ...address } = asked
  const standing = await openPack(reader, context, address)
  if (!standing.ok) return standing
  const { version, packVersion, right, meeting } = standing.value
  if (right.sees !== 'everything') return refuse('not-allowed', 'The members’ pack of this meeting is for the members of the body and its officers.')
  if (supplement !== undefined && !(meeting.supplements ?? []).some(({ number }) => number === supplement)) return refuse('not-found', 'This meeting has no supplement of this number.')
  if (supplement !== undefined || packVersion === version) return ok({ version, printed: standing.value, supplement })
  const printed = await openPack(reader, context, { ...address, version: packVersion })
  return printed.ok ? ok({ version, printed: printed.value, supplement }) : printed
}

/** Sets a reader's copy, with the name and the day on each page. Slow: outside any transaction. */
export async function setCopy(app: MeetingsApp, { printed, supplement }: CopyMaterial, reader: { readonly name: string }, today: LocalDate): Promise<Outcome<Pack>> {
  const setting = { council: await app.council(), today, origin: app.origin }
  const copyOf = { name: reader.name, on: today }
  const pictures = await picturesOf(printed.papers, app.files)
  if (supplement === undefined) return buildPack(membersPackContent(printed, printed.papers, copyOf, setting), pictures, app.typeset)
  const content = membersSupplementContent(printed, printed.papers, supplement, copyOf, setting)
  return content === undefined ? refuse('not-found', 'This meeting has no supplement of this number.') : buildSupplement(content, pictures, app.typeset)
}

/**
 * The members' pack of a meeting for a named reader, for whoever runs commands on the server: public pages and exempt part, with the name on each page.
 * One audit row says for whom it was made.
 */
export async function membersPack(app: MeetingsApp, address: MeetingAddress, reader: { readonly name: string }): Promise<Outcome<{ pdf: Uint8Array; pages: number; version: number }>> {
  const context = app.context()
  const deed = readingOf(address, 'packs.read-withheld')
  const material = await look(context, deed, (read) => copyMaterial(read, context, address))
  if (!material.ok) return material
  const built = await setCopy(app, material.value, reader, context.today)
  if (!built.ok) return built
  const { version } = material.value
  return act(context, { ...deed, detail: { version, reader: reader.name.slice(0, 200) } }, () => Promise.resolve(ok({ pdf: built.value.pdf, pages: built.value.pageCount, version })))
}
