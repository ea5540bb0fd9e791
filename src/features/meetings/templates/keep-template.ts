import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '#core/outcome.ts'
import type { Reader, Transaction } from '#platform/database/database.ts'
import { publishedBody, type Body } from '#features/bodies'
import { bodyTemplate, usualTemplate, type BodyTemplate } from './body-template.ts'
import type { TemplatesTables } from './tables.ts'

interface KeptTemplate {
  readonly template: BodyTemplate
  /** 0 where nobody has saved one: the template is the usual one. */
  readonly revision: number
}

/** The template of a body with its revision; the usual one where nobody has made its own. */
export async function keptTemplate(reader: Reader, body: string): Promise<KeptTemplate> {
  const row = await reader
    .tables<TemplatesTables>()
    .selectFrom('work.body_templates')
    .select(['work.body_templates.template', 'work.body_templates.revision'])
    .where('work.body_templates.body', '=', body)
    .executeTakeFirst()
  // Parsed, so that a record of before a field was added has that field's usual value.
  if (row !== undefined) return { template: bodyTemplate.parse(row.template), revision: row.revision }
  return { template: usualTemplate(body, takesSpeakers((await publishedBody(reader, body))?.body)), revision: 0 }
}

/** Whether the public may speak at meetings of this body; of a body that is not known the law's usual order is assumed. */
export function takesSpeakers(body: Pick<Body, 'termsOfReference'> | undefined): boolean {
  return body === undefined || body.termsOfReference?.publicParticipation !== undefined
}

/** How the meetings of this body are made; always answers. */
export async function templateOf(reader: Reader, body: string): Promise<BodyTemplate> {
  return (await keptTemplate(reader, body)).template
}

/** Every template that somebody made, by body. */
export async function allTemplates(reader: Reader): Promise<BodyTemplate[]> {
  const rows = await reader.tables<TemplatesTables>().selectFrom('work.body_templates').select('work.body_templates.template').orderBy('work.body_templates.body').execute()
  return rows.map((row) => bodyTemplate.parse(row.template))
}

/** Saves a body's template over the revision it rests on (0 for the first); refused as a conflict where somebody else saved it meanwhile. */
export async function saveTemplate(tx: Transaction, template: BodyTemplate, revision: number): Promise<Outcome<number>> {
  const tables = tx.tables<TemplatesTables>()
  const text = JSON.stringify(template)
  const row =
    revision === 0
      ? await tables
          .insertInto('work.body_templates')
          .values({ body: template.body, template: text })
          .onConflict((conflict) => conflict.columns(['council', 'body'] as never).doNothing())
          .returning('work.body_templates.revision')
          .executeTakeFirst()
      : await tables
          .updateTable('work.body_templates')
          .set({ template: text, revision: sql<number>`revision + 1` })
          .where('work.body_templates.body', '=', template.body)
          .where('work.body_templates.revision', '=', revision)
          .returning('work.body_templates.revision')
          .executeTakeFirst()
  return row === undefined ? refuse('conflict', 'Somebody else changed this template while you had it open. What you typed is still here: compare it with the template as it stands, and save again.') : ok(row.revision)
}

/** Saves templates from files, each over whatever was kept for its body. */
export async function replaceTemplates(tx: Transaction, templates: readonly BodyTemplate[]): Promise<void> {
  await tx
    .tables<TemplatesTables>()
    .insertInto('work.body_templates')
    .values(templates.map((template) => ({ body: template.body, template: JSON.stringify(template) })))
    .onConflict((conflict) =>
      conflict.columns(['council', 'body'] as never).doUpdateSet({ template: sql`excluded.template`, revision: sql<number>`body_templates.revision + 1` }),
    )
    .execute()
}
