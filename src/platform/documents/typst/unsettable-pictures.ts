import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { Turns } from '../incoming/turns.ts'
import { noTypesetter } from './compiler.ts'
import { typeset } from './typeset.ts'
import type { Typesetter, TypesetJob, TypesetLimits } from './typeset-job.ts'

/** What one document with nothing but pictures may use where they are handed in. */
const doorLimits: TypesetLimits = { seconds: 15, megabytes: 1000 }

/** A picture, and what it is called where it is told of. */
export interface PictureToSet {
  readonly name: string
  readonly bytes: Uint8Array
}

const turns = new Turns({ atOnce: 2, waiting: 20 })
const busy = refuse('unavailable', 'Many files are being read at the moment. Try again in a minute.')

const source = `#set document(title: "Pictures")
#for name in json("data.json") [#image(name, alt: name, width: 5cm)]`

/**
 * The first of these pictures that cannot be set in a document, or undefined where all can. All are set at once; only where that fails, halves of them
 * are, until it is found. A picture that takes too long or too much memory counts as one that cannot be set.
 */
export async function firstUnsettable<Picture extends PictureToSet>(pictures: readonly Picture[], typesetter: Typesetter): Promise<Picture | undefined> {
  if (pictures.length === 0 || (await typesetter(jobOf(pictures))).ok) return undefined
  if (pictures.length === 1) return pictures[0]
  const middle = Math.ceil(pictures.length / 2)
  return (await firstUnsettable(pictures.slice(0, middle), typesetter)) ?? firstUnsettable(pictures.slice(middle), typesetter)
}

function jobOf(pictures: readonly PictureToSet[]): TypesetJob {
  const files = new Map(pictures.map(({ bytes }, index) => [`picture-${index + 1}`, bytes] as const))
  return { source, data: [...files.keys()], files }
}

/**
 * Refuses pictures that somebody hands in and no typesetter can print, by the name of the first: that a picture's points cannot be unpacked, or only at a
 * cost, shows only there. They are set in a process of their own, which is ended at its limits. A machine without a typesetter lets them pass.
 */
export async function checkSettable(pictures: readonly PictureToSet[]): Promise<Outcome<void>> {
  if (pictures.length === 0) return ok(undefined)
  return (await turns.take(() => setOnce(pictures))) ?? busy
}

async function setOnce(pictures: readonly PictureToSet[]): Promise<Outcome<void>> {
  const unsettable = await firstUnsettable(pictures, setAtTheDoor)
  if (unsettable === undefined) return ok(undefined)
  return refuse('invalid', `${unsettable.name} cannot be used. This picture is damaged: open it in a picture editor and save it again as PNG or JPEG.`)
}

async function setAtTheDoor(job: TypesetJob) {
  try {
    const set = await typeset(job, undefined, doorLimits)
    return !set.ok && set.refusal.message === noTypesetter.refusal.message ? ok({ pdf: new Uint8Array(), marks: [] }) : set
  } catch (error) {
    // A picture can end the process that sets it.
    return refuse('invalid', error instanceof Error ? error.message : String(error))
  }
}
