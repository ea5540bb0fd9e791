import type { Context } from '#access/act.ts'
import { ok, refuse, type Fault, type Outcome } from '#core/outcome.ts'
import type { Transaction } from '#platform/database/database.ts'
import { touchMeeting } from '../../work/keep-meeting.ts'
import { savePaper, savePart } from '../../work/keep-paper.ts'
import type { PaperId } from '../../work/meeting-in-work.ts'
import { paperInWork } from '../../work/read-work.ts'
import { keepPictures } from '../pictures/add-picture.ts'
import { actOnPaper } from '../rights/act-on-paper.ts'
import { standingPart } from '../saving/save-section.ts'
import { deleteWordImport, wordImport, type WordImport } from './keep-word-import.ts'
import { partsInImport, withoutParts } from './parts-in-import.ts'
import { keepWhatWasLeft } from './keep-what-was-left.ts'
import { saveMovedParts } from './save-moved-parts.ts'
import { joinedTexts, textWithPictures, type PictureChoice } from './text-with-pictures.ts'

interface PuttingIn {
  readonly paper: string
  readonly wordImport: string
  readonly way: string
  /** By the picture's name in the Word file: what it shows, or that it is only decoration. */
  readonly pictures: ReadonlyMap<string, { readonly alternative: string; readonly isDecorative: boolean }>
  /** Which sections go into their own parts, by their places in `partsInImport`. */
  readonly moved?: readonly number[]
  /** The document's title becomes the paper's. */
  readonly takesTitle?: boolean
  /** The revision of the text that the author saw; 0 where there was none. */
  readonly basedOn: number
  readonly at: Date
}

/** Puts what was read from Word into the paper's text, in its place or after it. Refused while a picture says nothing of what it shows. */
export function putInWordImport(context: Context, given: PuttingIn): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper: given.paper, wanted: 'write', detail: { wordImport: given.wordImport, way: given.way } }, async (tx, opened) => {
    const kept = await wordImport(tx.reader, opened.id, given.wordImport)
    if (kept === undefined) return refuse('not-found', 'This import was put in already, or is more than a week old. Choose the Word file again.')
    const faults = faultsOf(given, kept)
    if (faults.length > 0) return refuse('invalid', '', faults)
    const shown = kept.pictures.filter((picture) => given.pictures.get(picture.name)?.isDecorative !== true)
    const names = await keepPictures(
      tx,
      opened,
      shown.map(({ name, checksum }) => ({ name, checksum, kind: name.endsWith('.png') ? 'png' : 'jpeg', alternative: given.pictures.get(name)?.alternative ?? '' })),
      given.at,
    )
    if (!names.ok) return names
    const choices = new Map<string, PictureChoice>(kept.pictures.map(({ name }) => [name, 'left-out']))
    for (const [index, { name }] of shown.entries()) choices.set(name, { name: names.value[index] ?? name, alternative: given.pictures.get(name)?.alternative ?? '' })
    const moved = opened.kind === 'report' ? partsInImport(kept.markdown).filter((_, place) => given.moved?.includes(place)) : []
    const incoming = textWithPictures(withoutParts(kept.markdown, moved), choices)
    const standing = await standingPart(tx.reader, opened.id, 'body')
    const markdown = given.way === 'replace' ? `${incoming}\n` : joinedTexts(standing?.content.markdown ?? '', incoming)
    const by = context.actor.kind === 'person' ? context.actor.name : ''
    const saved = await savePart(tx, { paper: opened.id, part: 'body', content: { markdown }, basedOn: given.basedOn, by, at: given.at })
    if (!saved.ok) return saved
    const inParts = await saveMovedParts(tx, moved, { paper: opened.id, by, at: given.at })
    if (!inParts.ok) return inParts
    const titled = given.takesTitle === true && kept.title !== undefined ? await takeTitle(tx, opened.id, kept.title) : ok(undefined)
    if (!titled.ok) return titled
    await keepWhatWasLeft(tx, opened.id, kept, { person: context.actor.kind === 'person' ? context.actor.person : undefined, by, at: given.at })
    await touchMeeting(tx, opened.meeting.id, given.at)
    await deleteWordImport(tx, kept.id)
    return ok(undefined)
  })
}

/** Its revision is read here: the pictures that were just put in have changed it. */
async function takeTitle(tx: Transaction, id: PaperId, title: string): Promise<Outcome<unknown>> {
  const paper = await paperInWork(tx.reader, id)
  return paper === undefined ? ok(undefined) : savePaper(tx, id, paper.revision, { title })
}

function faultsOf({ way, pictures }: PuttingIn, kept: WordImport): Fault[] {
  const unsaid = kept.pictures.flatMap((picture, index): Fault[] => {
    const said = pictures.get(picture.name)
    const isSaid = said !== undefined && (said.isDecorative || said.alternative !== '')
    return isSaid ? [] : [{ field: `alternative-${index + 1}`, message: `Say what picture ${index + 1} shows, or that it is only decoration` }]
  })
  const isChosen = way === 'replace' || way === 'append'
  return isChosen ? unsaid : [...unsaid, { field: 'way', message: 'Say whether to replace the text or to add to it' }]
}

/** Throws away what was read. */
export function dropWordImport(context: Context, { paper, wordImport: id }: { readonly paper: string; readonly wordImport: string }): Promise<Outcome<void>> {
  return actOnPaper(context, { verb: 'reports.write', paper, wanted: 'write', detail: { droppedWordImport: id } }, async (tx, opened) => {
    const kept = await wordImport(tx.reader, opened.id, id)
    if (kept !== undefined) await deleteWordImport(tx, kept.id)
    return ok(undefined)
  })
}
