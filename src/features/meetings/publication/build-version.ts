import { given } from '#core/given.ts'
import type { LocalDate } from '#core/dates.ts'
import { ok, type Outcome } from '#core/outcome.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import type { ContentStore } from '#platform/files/content-store.ts'
import { buildPack } from '../pack/build-pack.ts'
import { buildSupplement } from '../pack/build-supplement.ts'
import type { PackReader } from '../pack/pack-content.ts'
import type { PackPages } from '../pack/pack-pages.ts'
import type { Pack, PackProgress, PackStep } from '../pack/set-papers.ts'
import type { IssuedPaper, IssuedVersion } from './issued-meetings.ts'
import { membersPackContent, membersSupplement, nextPages, supplementFacts, type MembersPaper } from './members-pack.ts'
import { packFront, packOf, printable, publicFileAddress, publicItem, type PackSetting } from './pack-of-meeting.ts'
import type { Issue, IssuedMeeting } from './prepare-issue.ts'
import { withPages, type HeldPaper, type PlacesOfPapers, type Publication } from './prepare-publication.ts'
import type { NewVersion } from './publish-version.ts'

/** A version as it was decided upon, before it has pages. */
export interface VersionToBuild {
  readonly version: number
  readonly note: string
  readonly publication: Publication
  readonly issue: Issue
  /** The version of the pack in whose place this one is built. */
  readonly inPlaceOf?: number
  /** It adds papers to what stands, and leaves the pack as it is. */
  readonly supplement?: SupplementToBuild
}

interface SupplementToBuild {
  readonly number: number
  readonly issued: LocalDate
  readonly note: string
  readonly to: StandingVersion
}

/** What stands published, with all its papers. */
export interface StandingVersion extends IssuedVersion {
  readonly papers: readonly IssuedPaper[]
}

/** What is needed to make a pack. */
export interface PackBuilder {
  readonly files: Pick<ContentStore, 'put'>
  readonly typeset: Typesetter
  readonly setting: PackSetting
  readonly progress?: PackProgress
}

/** Sets the pack or the supplement of a version and keeps it in the file store; a meeting without an agenda has none. Slow: outside any transaction. */
export async function buildVersion(next: VersionToBuild, builder: PackBuilder): Promise<Outcome<NewVersion>> {
  // Drawings that papers quote are in no store before.
  for (const { bytes } of next.issue.papers.flatMap(({ text }) => text.drawings ?? [])) await builder.files.put(bytes)
  return next.supplement === undefined ? wholeVersion(withCorrection(next, builder.setting.today), builder) : supplementedVersion(next, next.supplement, builder)
}

/** The cover says which version of the pack it is, and which it replaces. */
function withCorrection(next: VersionToBuild, on: LocalDate): VersionToBuild {
  const { version, note, inPlaceOf, publication, issue } = next
  if (inPlaceOf === undefined) return next
  const corrects = { version, inPlaceOf, on, note }
  return { ...next, publication: { ...publication, meeting: { ...publication.meeting, corrects } }, issue: { ...issue, meeting: { ...issue.meeting, corrects } } }
}

async function wholeVersion(next: VersionToBuild, { files, typeset, setting, progress }: PackBuilder): Promise<Outcome<NewVersion>> {
  const { publication, issue } = next
  const hasOpenPack = publication.meeting.items.length > 0
  const open = hasOpenPack ? await buildPack(packOf(publication, setting), picturesOf(publication.papers), typeset, progress) : nothing
  if (!open.ok) return open
  const forMembers = issue.papers.filter((paper) => !paper.isPublic)
  const content = () => membersPackContent(issue, forMembers.map(membersPaper), anyMember(setting.today), setting)
  const members = forMembers.length > 0 ? await buildPack(content(), picturesOf(forMembers), typeset, ofMembers(progress)) : nothing
  if (!members.ok) return members
  const places = placesOf([open.value, members.value])
  return ok({
    ...snapshot(next, { places, blockPages: blockPagesOf([open.value, members.value]) }),
    ...(hasOpenPack && open.value !== undefined ? { pack: await keep(open.value, files) } : {}),
  })
}

async function supplementedVersion(next: VersionToBuild, supplement: SupplementToBuild, { files, typeset, setting, progress }: PackBuilder): Promise<Outcome<NewVersion>> {
  const { publication, issue } = next
  const { to: standing, number, note, issued } = supplement
  const facts = supplementFacts(number, nextPages(standing.papers), { issued, note })
  const added = issue.papers.filter((paper) => !standing.papers.some((one) => one.id === paper.id))
  const open = added.filter((paper) => paper.isPublic)
  const content = { audience: 'public', ...packFront(publication.meeting, setting.council), supplement: facts, items: supplementItems(publication, standing, added, setting) } as const
  const built = await buildSupplement(content, picturesOf(open), typeset, progress)
  if (!built.ok) return built
  const withheld = added.filter((paper) => !paper.isPublic)
  const copy = () => membersSupplement(issue, withheld.map(membersPaper), facts, anyMember(setting.today), setting)
  const members = withheld.length > 0 ? await buildSupplement(copy(), picturesOf(withheld), typeset, ofMembers(progress)) : nothing
  if (!members.ok) return members
  const fresh = placesOf([built.value, members.value])
  const places = withEarlier(standing, { ...fresh, supplements: new Map(added.map((paper) => [paper.id, number])) })
  const pages = built.value.lastPage < facts.firstPage ? undefined : { from: facts.firstPage, to: built.value.lastPage }
  const listed = [...(standing.meeting.supplements ?? []), { number, issued, note, ...given('pages', pages) }]
  const file = await keep(built.value, files)
  const blockPages = new Map([...standing.papers.flatMap(({ id, blockPages: before }) => (before === undefined ? [] : [[id, before] as const])), ...blockPagesOf([built.value, members.value])])
  return ok({
    ...snapshot({ ...next, publication: withSupplements(publication, listed), issue: withSupplements(issue, listed) }, { places, blockPages }),
    ...given('pack', standing.pack),
    packVersion: standing.packVersion,
    supplement: { number, note, pdf: file.checksum, bytes: file.bytes, sheets: file.pages, ...given('pages', pages) },
  })
}

/** The items that the supplement is about: those with new papers, and those that joined the agenda. */
function supplementItems(publication: Publication, standing: StandingVersion, added: Issue['papers'], setting: PackSetting) {
  const open = added.filter((paper) => paper.isPublic).map(printable)
  const addressOf = publicFileAddress(publication.meeting, setting.origin)
  return publication.meeting.items
    .filter((item) => added.some((paper) => paper.item === item.number) || !standing.meeting.items.some((one) => one.number === item.number))
    .map((item) => publicItem(item, open, addressOf))
}

function withSupplements<Part extends { readonly meeting: Publication['meeting'] | IssuedMeeting }>(part: Part, supplements: NonNullable<IssuedMeeting['supplements']>): Part {
  return { ...part, meeting: { ...part.meeting, supplements } }
}

const nothing: Outcome<undefined> = { ok: true, value: undefined }

/** Exempt pages are the same in the copy of every member. */
function anyMember(on: LocalDate): PackReader {
  return { name: 'members', on }
}

function membersPaper(paper: Issue['papers'][number]): MembersPaper {
  return { ...printable(paper), isPublic: paper.isPublic }
}

function ofMembers(progress: PackProgress | undefined): PackProgress | undefined {
  return progress === undefined ? undefined : (step: PackStep) => progress({ ...step, words: `Members’ part: ${step.words}` })
}

function picturesOf(papers: readonly HeldPaper[]): Map<string, Uint8Array> {
  return new Map(papers.flatMap((paper) => [...paper.text.pictures, ...(paper.text.drawings ?? [])].map((picture) => [picture.reference.checksum, picture.bytes] as const)))
}

function placesOf(packs: readonly (Pack | undefined)[]): PlacesOfPapers {
  return { pages: new Map(packs.flatMap((pack) => (pack === undefined ? [] : [...pack.pages]))) }
}

function blockPagesOf(packs: readonly (Pack | undefined)[]): Map<string, readonly number[]> {
  return new Map(packs.flatMap((pack) => (pack === undefined ? [] : [...pack.blockPages])))
}

/** What was printed before keeps its pages. */
function withEarlier(standing: StandingVersion, { pages, supplements }: PlacesOfPapers): PlacesOfPapers {
  const before = standing.papers.flatMap((paper) => (paper.pages === undefined ? [] : [[paper.id, paper.pages] as const]))
  const came = standing.papers.flatMap((paper) => (paper.supplement === undefined ? [] : [[paper.id, paper.supplement] as const]))
  return { pages: new Map([...before, ...pages]), supplements: new Map([...came, ...(supplements ?? [])]) }
}

/** The version with the pages of its papers, for the public and for members. */
function snapshot({ version, note, publication, issue }: VersionToBuild, { places, blockPages }: { places: PlacesOfPapers; blockPages: ReadonlyMap<string, readonly number[]> }): NewVersion {
  const issued = withPages(issue.meeting, places)
  const withheldPages = (id: string): PackPages | undefined => places.pages.get(id)
  const items = issued.items.map((item) => ({ ...item, withheld: item.withheld.map((paper) => ({ ...paper, ...given('pages', withheldPages(paper.id)) })) }))
  return { version, note, meeting: withPages(publication.meeting, places), papers: publication.papers, issue: { meeting: { ...issued, items }, papers: issue.papers }, places, blockPages }
}

async function keep(pack: Pack, files: Pick<ContentStore, 'put'>): Promise<{ checksum: string; bytes: number; pages: number }> {
  return { checksum: await files.put(pack.pdf), bytes: pack.pdf.byteLength, pages: pack.pageCount }
}
