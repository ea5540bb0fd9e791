import { countOf } from '#core/count-in-words.ts'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import { command, wrongUsage, type CommandAnswer } from '#platform/command/command.ts'
import type { Context } from '../act.ts'
import { look } from '../look.ts'
import { anchorFile, keepAnchor, keptAnchor, parseAnchor, writeAnchor, type AuditAnchor } from './audit-anchor.ts'
import { verifyAudit, type AuditFault } from './verify-audit.ts'

/** The part of the application that this command needs. */
interface App {
  context(): Context
  readonly config: { readonly dataDir: string }
}

const verify = command({
  name: 'audit verify',
  summary: 'Check that no row of the audit was edited, removed, added or reordered',
  description:
    'Prints an anchor, the count and hash of the last row. Keep it somewhere else: given back with --anchor, it also proves that ' +
    'the end was not cut off and the whole not rewritten. The last good anchor is kept in the data folder and checked each time.',
  needs: 'application',
  options: {
    anchor: { type: 'string', value: 'NUMBER:HASH', multiple: true, summary: 'an anchor printed earlier, or from the manifest of a backup' },
  },
  run: async ({ options }, io, app: App) => {
    const given = (options.anchor ?? []).map(parseAnchor)
    if (given.includes(undefined)) return wrongUsage('Give an anchor as it was printed, NUMBER:HASH.')
    const { dataDir } = app.config
    const kept = await keptAnchor(dataDir)
    if (!kept.ok) return kept
    const anchors = [...given, kept.value].filter((anchor) => anchor !== undefined)
    const checked = await verifyForReader(app.context(), anchors, (number) => io.progress(`${number} rows checked`))
    if (!checked.ok) return checked
    await keepAnchor(dataDir, checked.value)
    return ok(answer(checked.value, anchors.length))
  },
})

function answer(end: AuditAnchor, compared: number): CommandAnswer {
  const anchor = writeAnchor(end)
  const lines = [
    `The audit is whole: ${countOf(end.number, 'rows')}.`,
    `Anchor ${anchor}`,
    ...(compared > 0 ? [] : ['No earlier anchor was compared: whether the end was cut off before now, or the whole rewritten, is not known.']),
  ]
  return { text: lines.join('\n'), json: { rows: end.number, anchor, anchorsCompared: compared } }
}

function verifyForReader(context: Context, anchors: readonly AuditAnchor[], progress: (checked: number) => void): Promise<Outcome<AuditAnchor>> {
  return look(context, { verb: 'audit.verify', subject: { kind: 'audit', id: 'all' } }, async (reader) => {
    const verdict = await verifyAudit(reader, anchors, progress)
    return verdict.sound ? ok(verdict.end) : refuse('conflict', `The audit is not what was recorded. ${faultWords(verdict.fault)}`)
  })
}

function faultWords(fault: AuditFault): string {
  switch (fault.kind) {
    case 'edited':
      return `Row ${fault.number} was edited.`
    case 'gap':
      return `There is a gap: after row ${fault.after} comes row ${fault.before}.`
    case 'broken':
      return `Row ${fault.number} does not follow from the row before it: one of them was rewritten, put there or moved.`
    case 'cut':
      return `The end was cut off: ${fault.recorded} rows were recorded, and the last one there is row ${fault.last}.`
    case 'added':
      return `Rows were added after row ${fault.after} that nobody recorded.`
    case 'not-the-anchor':
      return (
        `It does not contain the anchor ${writeAnchor(fault.anchor)}: the end was cut off, or the whole rewritten. ` +
        `If an older backup was restored on purpose, that explains it: remove the file ${anchorFile('DATA_DIR')} and check again.`
      )
  }
}

export const auditCommands = [verify]
