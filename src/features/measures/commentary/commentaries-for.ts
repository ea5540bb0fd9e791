import { given } from '#core/given.ts'
import { parsePeriod, type Period } from '#core/periods/period.ts'
import type { Reader } from '#platform/database/database.ts'
import type { ClaimOut, CommentaryOut } from '../releases/release.ts'
import { sheetsFor } from '../sheets/read-sheets.ts'
import type { MeasureSheet } from '../sheets/sheet.ts'
import { checkCommentary, type CheckedClaim } from './claims/check-commentary.ts'
import { commentaryId, type CommentaryKey, type Content, type Edition } from './model/commentary.ts'
import { commentariesOf } from './store/read-commentaries.ts'

/** The sheets of a release: as the figures stand in the work, and as the public sees them. */
interface SheetsHeld {
  readonly standing: readonly MeasureSheet[]
  /** Protected; none where nothing can be shown. */
  readonly shown: readonly MeasureSheet[]
}

interface Said {
  /** As it is read beside the figures, by measure. */
  readonly commentaries: ReadonlyMap<string, CommentaryOut>
  /** As it is kept, by measure, drafts and what a change has outlived among it. */
  readonly editions: ReadonlyMap<string, Edition>
}

/**
 * What was signed of these measures and periods, by measure, as it is read beside the figures; what is not signed, or was before its figure changed, is left out. Claims are held against the figures once more, which may
 * have been revised since. Why one is borne or not is said by what the public sees alone. Two queries, and five more where claims are tied to measures of which no sheet is given.
 */
export async function commentariesFor(reader: Reader, keys: readonly CommentaryKey[], held: SheetsHeld): Promise<Said> {
  const editions = [...(await commentariesOf(reader, keys)).values()]
  const signed = editions.filter(({ standing }) => standing.state === 'signed')
  const given = new Set(held.standing.map(({ definition }) => definition.slug))
  const missing = [...new Set(signed.flatMap(({ content }) => content.claims.flatMap(({ measure }) => measure ?? [])))].filter((slug) => !given.has(slug))
  const until = lastOf(keys)
  const more = missing.length === 0 || until === undefined ? [] : await sheetsFor(reader, missing, until)
  const all = { standing: [...held.standing, ...more], shown: held.shown }
  return { commentaries: new Map(signed.flatMap((edition) => withKey(edition, commentaryOut(edition, all)))), editions: new Map(editions.map((edition) => [edition.measure, edition])) }
}

/** Of these measures and periods those whose owner has not confirmed as they stand. Two queries. */
export async function unconfirmedMeasures(reader: Reader, keys: readonly CommentaryKey[]): Promise<readonly CommentaryKey[]> {
  const kept = await commentariesOf(reader, keys)
  return keys.filter((key) => kept.get(commentaryId(key))?.standing.state !== 'signed')
}

function lastOf(keys: readonly CommentaryKey[]): Period | undefined {
  return keys.flatMap(({ period }) => parsePeriod(period) ?? []).toSorted((one, other) => (one.to < other.to ? 1 : -1))[0]
}

function withKey({ measure }: Edition, out: CommentaryOut | undefined): readonly (readonly [string, CommentaryOut])[] {
  return out === undefined ? [] : [[measure, out]]
}

/** A signed commentary as it is read beside the figure; undefined of a draft, and where no sheet of its measure is given. */
export function commentaryOut({ measure, content, standing }: Pick<Edition, 'measure' | 'content' | 'standing'>, held: SheetsHeld): CommentaryOut | undefined {
  const found = claimsOut(content, measure, held)
  if (standing.state === 'draft' || found === undefined) return undefined
  const { happened, why, doing, backOnTrack } = content
  return { happened, why, doing, backOnTrack, signedBy: standing.signature.by, signedOn: standing.signature.on, claims: found, ...given('invented', content.invented) }
}

function claimsOut(content: Content, measure: string, { standing, shown }: SheetsHeld): readonly ClaimOut[] | undefined {
  const [ofWork, ofPublic] = [standing, shown].map((sheets) => claimsBy(content, measure, sheets))
  const names = new Map(standing.map(({ definition }) => [definition.slug, definition.name]))
  const isShown = new Set(shown.map(({ definition }) => definition.slug))
  return ofWork?.map((claim, place) => (claim.tie?.noClaim === true ? setAside(claim) : claimOut(claim, { inPublic: ofPublic?.[place], isShown: isShown.has(claim.measure), name: names.get(claim.measure) })))
}

function claimsBy(content: Content, measure: string, sheets: readonly MeasureSheet[]): readonly CheckedClaim[] | undefined {
  const own = sheets.find(({ definition }) => definition.slug === measure)
  return own && checkCommentary(content, { own, others: new Map(sheets.map((sheet) => [sheet.definition.slug, sheet])) }).claims
}

interface InPublic {
  readonly inPublic: CheckedClaim | undefined
  readonly isShown: boolean
  readonly name: string | undefined
}

/** Words that their owner says are no claim; an edition that was signed before a reason was asked for holds none. */
function setAside({ claim, measure, tie }: CheckedClaim): ClaimOut {
  return { words: claim.words, measure, verdict: 'no-claim', because: 'Its owner says that this is no claim about a measure.', reason: tie?.reason ?? 'No reason was kept.' }
}

/** What is found by figures that are hidden is said without them. */
function claimOut({ claim, measure, verdict, tie }: CheckedClaim, { inPublic, isShown, name }: InPublic): ClaimOut {
  const because = !isShown && name !== undefined ? `Held against the figures of “${name}”.` : inPublic?.verdict === verdict ? inPublic.because : 'Held against figures that are hidden, since they are small or would tell a small number.'
  return { words: claim.words, measure, verdict, because, reason: tie?.reason ?? '' }
}
