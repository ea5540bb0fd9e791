import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffPage, StaffRequest } from '#access/staff/staff-page.ts'
import { date } from '#core/dates.ts'
import type { MeetingsApp } from '#features/meetings'
import { forwardPlan } from '../forward-plan.ts'
import { eachPlanDesk } from '../testing.ts'
import { editEntryPage, newEntryPage } from './entry-pages.ts'

const draft = 'reference: barn\nmatter: The barn\ndecision-maker: { kind: body, body: cabinet }\nexpected: { from: 2023-09-28 }\nkey: not-key\n'

eachPlanDesk(({ store, app, load }) => {
  const audit = async () => {
    const { rows } = await store().database.owner((tx) => sql<{ verb: string; reason: string | null }>`select verb, reason from access.audit order by number`.execute(tx.tables()))
    return rows.map(({ verb, reason }) => `${verb} ${reason ?? 'done'}`)
  }
  const post = async (page: StaffPage<MeetingsApp>, fields: Readonly<Record<string, string>>, reference?: string) => {
    const before = await audit()
    const request = { context: app().context(), session: { formToken: { field: 'token', value: 't' } }, path: '/staff', params: reference === undefined ? {} : { reference }, query: new URLSearchParams(), form: postedForm(Object.entries(fields)), today: date('2023-07-03'), origin: 'http://localhost' } as unknown as StaffRequest
    await page.submit?.(request, { ...app(), background: () => undefined })
    return (await audit()).slice(before.length).filter((row) => !row.startsWith('forward-plan.see'))
  }

  test('a form that could not be read leaves one refusal in the audit, new or of an entry that stands', async () => {
    assert.ok((await load(draft)).ok)
    assert.deepEqual(await post(newEntryPage, { matter: '', from: 'soon' }), ['forward-plan.edit invalid'])
    assert.deepEqual(await post(editEntryPage, { matter: '', from: 'soon', revision: '1' }, 'barn'), ['forward-plan.edit invalid'])
  })

  test('nonsense sent to any deed of the plan leaves one refusal in the audit and changes nothing', async () => {
    const deeds = (forwardPlan.staffPages ?? []).filter(({ path, submit }) => submit !== undefined && path.includes(':reference/'))
    assert.ok(deeds.length > 8)
    for (const page of deeds) {
      const left = await post(page, { revision: '99999', which: '-1', what: '{}', kind: 'x', body: '../x' }, 'barn')
      assert.equal(left.length, 1, `${page.path}: ${left.join(', ')}`)
      assert.match(left[0] ?? '', / (conflict|invalid|not-now|not-allowed)$/, page.path)
      assert.deepEqual((await post(page, { revision: '1' }, 'nowhere')).length, 1, page.path)
    }
  })
})
