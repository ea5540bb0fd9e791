import { randomUUID } from 'node:crypto'
import type { AccountId, PersonId } from '#access/actor.ts'
import type { Database } from '#platform/database/database.ts'
import { queueMail } from '#platform/mail/queue-mail.ts'
import { readConfig } from '#platform/config/config.ts'
import { makeLog } from '#platform/log/log.ts'
import { openApplication } from '#entry/app.ts'
import type { Application } from '#entry/application.ts'
import { saveSection } from '../src/features/meetings/testing.ts'
import { withExampleStore } from './example-store.ts'
import { inSeconds, type Report, type Row } from './report.ts'
import { alternate, seconds } from './rounds.ts'

const rounds = 300

/** The longest text of a report that the example holds, and its revision. */
interface LongText {
  readonly paper: string
  readonly markdown: string
  revision: number
}

interface TextTables {
  'work.paper_parts': { paper: string; part: string; content: { markdown: string }; revision: number }
  'work.papers': { id: string; kind: string }
}

/** An author's text saved as it is written: rights, conflict, history, audit and all, in one durable transaction. */
export async function savedSection(): Promise<Report> {
  return withExampleStore(async (folder) => {
    const config = readConfig({ DATA_DIR: folder })
    if (!config.ok) throw new Error(config.refusal.message)
    const opened = await openApplication(config.value, makeLog({ production: true, quiet: true }))
    if (!opened.ok) throw new Error(opened.refusal.message)
    try {
      return await measure(opened.value.app)
    } finally {
      await opened.value.close()
    }
  })
}

async function measure(app: Application): Promise<Report> {
  const text = await longestText(app.database)
  const officer = { kind: 'person', account: randomUUID() as AccountId, person: randomUUID() as PersonId, name: 'Bench', roles: ['officer'] } as const
  const context = app.contextOf(officer, 'web')
  let typed = text.markdown
  const save = async () => {
    typed += ' word'
    const saved = await saveSection(context, { paper: text.paper, part: 'body', content: { markdown: typed }, basedOn: text.revision, at: app.now() })
    if (!saved.ok) throw new Error(saved.refusal.message)
    text.revision = saved.value
  }
  const measured = await alternate(rounds, () => seconds(save), () => seconds(() => commitOneRow(app.database)))
  return {
    title: `Saving the text of a report (${Math.round(text.markdown.length / 1000)},000 characters) through the verb`,
    against: 'a bare transaction that commits one row, in turn',
    rows: [row('half of all saves take at most', measured, 0.5), row('19 of 20 take at most', measured, 0.95)],
    notes: [`${rounds} saves in turn after one rehearsal, on the embedded database with every commit on disk`],
  }
}

function row(measure: string, { ours, theirs }: { readonly ours: readonly number[]; readonly theirs: readonly number[] }, share: number): Row {
  const [save, bare] = [quantile(ours, share), quantile(theirs, share)]
  return { measure, ours: inSeconds(save), alternative: inSeconds(bare), ratio: (save / bare).toFixed(1), aim: 'ours below 100 ms' }
}

function quantile(values: readonly number[], share: number): number {
  const found = values.toSorted((one, other) => one - other)[Math.ceil(values.length * share) - 1]
  if (found === undefined) throw new Error('There is no quantile of nothing')
  return found
}

async function longestText(database: Database): Promise<LongText> {
  const rows = await database.read('operator:bench', (reader) =>
    reader
      .tables<TextTables>()
      .selectFrom('work.paper_parts as body')
      .innerJoin('work.papers as paper', 'paper.id', 'body.paper')
      .select(['body.paper', 'body.content', 'body.revision'])
      .where('body.part', '=', 'body')
      .where('paper.kind', '=', 'report')
      .execute(),
  )
  const [longest] = rows.toSorted((one, other) => other.content.markdown.length - one.content.markdown.length)
  if (longest === undefined) throw new Error('The example holds no report')
  return { paper: longest.paper, markdown: longest.content.markdown, revision: longest.revision }
}

async function commitOneRow(database: Database): Promise<void> {
  await database.write('operator:bench', (tx) => queueMail(tx, { to: 'nobody@example.test', subject: 'A row', text: 'A row' }))
}
