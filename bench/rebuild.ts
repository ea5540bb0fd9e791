import type { Outcome } from '#core/outcome.ts'
import { date } from '#core/dates.ts'
import { typeset } from '#platform/documents/typst/typeset.ts'
import type { Typesetter } from '#platform/documents/typst/typeset-job.ts'
import { warmTypesetter } from '#platform/documents/typst/warm-typesetter.ts'
import { buildPack, type Pack, type PublicPack } from '../src/features/meetings/testing.ts'
import { inDocuments, packOfPages, withWords, type LongPack } from './long-pack.ts'
import { peakMemory } from './peak-memory.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, median, seconds } from './rounds.ts'

const documents = 40
const pages = 300
const rounds = 5

const sentence = 'The panel asked for the figures of the last quarter. '

/** What an officer waits for after correcting one report of a long pack. */
export async function rebuild(): Promise<Report> {
  const long = inDocuments(await packOfPages(pages), documents)
  const { pictures } = long
  const warm = warmTypesetter()
  const build = (content: Parameters<typeof buildPack>[0], typesetter: Typesetter): Promise<Pack> => valueOf(buildPack(content, pictures, typesetter))
  try {
    const { pageCount } = await build(long.content, warm.typeset)
    const compare = async (measure: string, aim: string, changed: (round: number) => Parameters<typeof buildPack>[0]): Promise<Row> => {
      let round = 0
      const again = (): Promise<number> => seconds(() => build(changed((round += 1)), warm.typeset))
      const { ours, theirs } = await alternate(rounds, again, () => seconds(() => build(changed(round), typeset)))
      const [fast, full] = [median(ours), median(theirs)]
      return { measure, ours: inSeconds(fast), alternative: inSeconds(full), ratio: `${(full / fast).toFixed(1)} × faster`, aim }
    }
    return {
      title: `Building a pack of ${documents} documents and ${pageCount} pages again`,
      against: 'a full build of the same pack in a new process',
      rows: [
        await compare('one report changed', 'at least 3 × faster', (round) => withWords(long, 10 + round, sentence).content),
        await compare('one report longer, all pages behind it move', '', (round) => withWords(long, 2, sentence.repeat(60 + 60 * round)).content),
        await compare("the next member's copy with its watermark", '', (round) => copyFor(long, `Cllr ${round}`)),
      ],
      notes: [
        `medians of ${rounds} builds in turn after one rehearsal; each change is a new one`,
        `at most ${await peakMemory(process.pid)} in one process, the typesetter's or the bench's own`,
      ],
    }
  } finally {
    await warm.close()
  }
}

function copyFor({ content }: LongPack, name: string): Parameters<typeof buildPack>[0] {
  const { audience: _public, items, ...matter } = content satisfies PublicPack
  const forMembers = items.flatMap((item) => (item.papers.state === 'open' ? [{ ...item, papers: item.papers }] : []))
  return { ...matter, audience: 'members', reader: { name, on: date('2026-11-12') }, items: forMembers }
}

async function valueOf<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome
  if (!settled.ok) throw new Error(settled.refusal.message)
  return settled.value
}
