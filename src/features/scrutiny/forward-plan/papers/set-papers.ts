import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { act, type Context } from '#access/act.ts'
import { StoreCannotWrite } from '#platform/files/content-store-errors.ts'
import type { MeetingsApp } from '#features/meetings'
import type { PlanEntry } from '../entry/plan-entry.ts'
import { entriesDue, entriesSet, keepPapers, markSet, paperKey, papersKept, type EntryDue, type Paper } from './keep-papers.ts'
import { noticesOf } from './notice.ts'
import { noticePdf, printOf } from './notice-pdf.ts'

type App = Pick<MeetingsApp, 'now' | 'files' | 'typeset' | 'council'>

/** As many entries as are set between two looks at the list. */
const mostAtOnce = 50

/** Sets the notices and statements that were published and have no PDF yet: first the PDFs, outside any transaction, then they are published in one deed. */
export async function setPapers(context: Context, app: App): Promise<Outcome<{ set: number }>> {
  let set = 0
  for (;;) {
    const due = await context.database.readPublished((reader) => entriesDue(reader, mostAtOnce))
    if (due.length === 0) return ok({ set })
    const references = due.map(({ entry }) => entry.reference)
    const papers = await makePapers(app, due.map(({ entry }) => entry), await context.database.readPublished((reader) => papersKept(reader, references)))
    if (!papers.ok) return papers
    const kept = await act(context, deedOf(papers.value), async (tx) => {
      await keepPapers(tx, papers.value, app.now())
      await markSet(tx, due.map(placeOf))
      return ok(undefined)
    })
    if (!kept.ok) return kept
    set += papers.value.length
    if (due.length < mostAtOnce) return ok({ set })
  }
}

/** The stores that were looked through since this process began: as long as it runs it words its notices alike. */
const lookedThrough = new WeakSet<Context['database']>()

/** Once after each start, sets the notices that an earlier build set in other words, though nothing changed in their entries. Until then their pages offer no PDF. */
export async function setRewordedPapers(context: Context, app: App): Promise<Outcome<{ set: number }>> {
  let set = 0
  let after = ''
  while (!lookedThrough.has(context.database)) {
    const last = after
    const { entries, kept } = await context.database.readPublished(async (reader) => {
      const found = await entriesSet(reader, last, mostAtOnce)
      return { entries: found, kept: await papersKept(reader, found.map(({ reference }) => reference)) }
    })
    const papers = await makePapers(app, entries, kept)
    if (!papers.ok) return papers
    if (papers.value.length > 0) {
      const published = await act(context, deedOf(papers.value), async (tx) => ok(await keepPapers(tx, papers.value, app.now())))
      if (!published.ok) return published
    }
    set += papers.value.length
    after = entries.at(-1)?.reference ?? after
    if (entries.length < mostAtOnce) lookedThrough.add(context.database)
  }
  return ok({ set })
}

function deedOf(papers: readonly Paper[]) {
  return { verb: 'decisions.place', subject: { kind: 'forward-plan', id: 'papers' }, detail: { papers: papers.length } }
}

/** Sets what a deed has published, once the answer was sent: it is the product's own work, whoever did the deed. What goes wrong is tried again within the hour. */
export function setPapersSoon(context: Context, app: App & Pick<MeetingsApp, 'background'>): void {
  app.background('notices of the forward plan', async () => void (await setPapers({ ...context, actor: { kind: 'operator', name: 'housekeeping' }, door: 'job' }, app)))
}

function placeOf({ entry, edition }: EntryDue) {
  return { reference: entry.reference, edition }
}

/** The PDFs that these entries lack, kept in the store of files. Refused where one cannot be set, or the disk does not take it. */
export async function makePapers(app: Pick<App, 'files' | 'typeset' | 'council'>, entries: readonly PlanEntry[], kept: ReadonlySet<string>): Promise<Outcome<Paper[]>> {
  try {
    return await setAndKept(app, entries.flatMap(papersWanted).filter((wanted) => !kept.has(paperKey(wanted))))
  } catch (error) {
    if (error instanceof StoreCannotWrite) return refuse('unavailable', error.message)
    throw error
  }
}

async function setAndKept(app: Pick<App, 'files' | 'typeset' | 'council'>, wanted: ReturnType<typeof papersWanted>): Promise<Outcome<Paper[]>> {
  const council = await app.council()
  const papers: Paper[] = []
  for (const { notice, ...paper } of wanted) {
    const made = await noticePdf(notice, council, app.typeset)
    if (!made.ok) return made
    papers.push({ ...paper, pdf: await app.files.put(made.value.pdf), bytes: made.value.pdf.length, pages: made.value.pages })
  }
  return ok(papers)
}

/** Of these entries, those of which every notice is among the papers. */
export function allSet<One extends { readonly entry: PlanEntry }>(entries: readonly One[], papers: ReadonlySet<string>): One[] {
  return entries.filter(({ entry }) => papersWanted(entry).every((wanted) => papers.has(paperKey(wanted))))
}

/** The notices of an entry that are to have PDFs. */
function papersWanted(entry: PlanEntry) {
  return noticesOf(entry).map(({ kind, notice }) => ({ reference: entry.reference, kind, notice, print: printOf(notice) }))
}
