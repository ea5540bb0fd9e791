import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { date } from '#core/dates.ts'
import { postedForm } from '#access/staff/posted-form.ts'
import type { StaffRequest } from '#access/staff/staff-page.ts'
import { actions } from '../actions.ts'
import { raiseActions } from '../raise-actions.ts'
import { at, eachActionsDesk, today } from '../testing.ts'
import { listPage } from './list-page.ts'
import { servePage } from './serve-page.ts'

eachActionsDesk(({ app, as, write, recommend }) => {
  const visit = (query = '') => ({ context: as('officer'), session: { formToken: { field: 'token', value: 't' } }, path: '/', params: {}, query: new URLSearchParams(query), form: postedForm([]), today, now: at, origin: 'http://localhost' }) as unknown as StaffRequest

  before(() =>
    write((tx) => raiseActions(tx, { body: 'panel', date: date('2023-05-10'), on: date('2023-05-10'), isPublic: true }, [{ origin: { kind: 'resolution', id: '1' }, words: 'A map.', of: { name: 'Director of Transport' }, kind: 'action' }], at)),
  )

  test('the list of recommendations and actions says of each who answers and where it stands, in lines that a narrow screen holds', async () => {
    const page = await listPage.show?.(visit(), app())
    assert.ok(page?.kind === 'page')
    const body = page.body.toString()
    assert.doesNotMatch(body, /<table/)
    assert.match(body.replaceAll(/<[^>]+>/g, ''), /Action 1: A map\.\s+Asked by the The panel\. To answer: Director of Transport, nobody named yet\.\s+Asked/)
  })

  test('the menu names the list by the first word of its title', async () => {
    const page = await listPage.show?.(visit(), app())
    assert.ok(page?.kind === 'page' && page.title.startsWith(actions.navigation?.[0]?.text ?? 'no menu'))
  })

  test('whose report is served and on whom is chosen by the officer, and nothing is chosen before', async () => {
    const choose = await servePage.show?.(visit(), app())
    assert.ok(choose?.kind === 'page' && choose.status === undefined)
    assert.match(choose.body.toString(), /<option value=""[^>]*>Choose a body<\/option>/)
    const unchosen = await servePage.show?.(visit('body='), app())
    assert.ok(unchosen?.kind === 'page' && unchosen.status === 400)
    assert.match(unchosen.body.toString(), /href="#body"[^>]*>Choose the body whose report it is/)
    const form = await servePage.show?.(visit('body=panel'), app())
    assert.ok(form?.kind === 'page')
    assert.match(form.body.toString(), /No recommendation that it made at a meeting waits/, 'what was not resolved is not typed here')
    assert.doesNotMatch(form.body.toString(), /<textarea|<form method="post"/)
    const [number = ''] = await recommend('Publish the costs.')
    const choice = await servePage.show?.(visit('body=panel'), app())
    assert.ok(choice?.kind === 'page')
    assert.match(choice.body.toString(), /<option value=""[^>]*>Choose on whom<\/option>[^]*The council or its executive[^]*Another partner authority/)
    assert.ok(choice.body.toString().includes(`value="${number}"`))
    assert.doesNotMatch(choice.body.toString(), /<textarea| checked/)
  })
})
