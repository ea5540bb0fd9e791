import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesInMemory } from '../../../meetings/testing.ts'
import { eachScrutinyDesk, markupOf } from '../testing.ts'
import { leadsOfBodyPage } from '../leads/leads-pages.ts'
import { keptLeads } from '../leads/keep-leads.ts'
import { groupsMigrations } from '../migrations.ts'
import { keptGroup } from '../task-groups/keep-group.ts'
import { editGroupPage } from '../task-groups/pages/edit-pages.ts'
import { groupPage } from '../task-groups/pages/group-page.ts'
import { leadMembersExporter, leadMembersImporter } from './lead-members-files.ts'
import { taskGroupsExporter, taskGroupsImporter } from './task-groups-files.ts'

const roads = 'slug: roads\ntitle: Roads\ncommissioned-by: board\ncommissioned: { date: 2022-01-05 }\nterms: [Who pays?]\nmembers: [{ name: Cllr Dora Finch }]\nstanding: { stage: gathering }\n'
const drains = 'slug: drains\ntitle: Drains\ncommissioned-by: board\nterms: [Who clears them?]\nstanding: { stage: gathering }\n'
const leads = 'body: board\nupdate-days: 14\nareas:\n  - { area: Crime, role: Champion, person: Cllr Otto Lane, from: 2022-07-20 }\n'

eachScrutinyDesk(groupsMigrations, ({ store, app, show, post }) => {
  const load = (importer: typeof taskGroupsImporter, text: string) => importer.load([filesInMemory({ 'a.yaml': text })], app(), () => undefined)
  const refusedAt = async (importer: typeof taskGroupsImporter, text: string) => {
    const loaded = await load(importer, text)
    return loaded.ok ? [] : loaded.refusal.faults.map(({ file, row, field, found }) => `${file} ${row} ${field} ${found}`)
  }
  const revisionAt = (markup: string) => /name="revision" value="(\d+)"/.exec(markup)?.[1] ?? ''
  const group = (slug: string) => store().database.read('operator:test', (reader) => keptGroup(reader, slug))
  const written = async (exporter: typeof taskGroupsExporter) => {
    const files = await exporter.write(app())
    return files.ok ? String(files.value[0]?.body) : assert.fail()
  }

  test('a task group is commissioned by a meeting that is in the calendar, led by somebody whom a body knows, and what it heard is not to come; a lead member has a seat', async () => {
    assert.deepEqual(await refusedAt(taskGroupsImporter, `${drains}---\n${roads.replace('01-05', '01-12')}`), ['a.yaml 10 commissioned.date 2022-01-12'])
    assert.deepEqual(await refusedAt(taskGroupsImporter, `${drains}lead: { name: Mickey Mouse }\nstarts: 2023-07-04\nevidence:\n  - { date: 2023-07-04, from: Crews, what: Rounds }\n`), ['a.yaml 6 lead.name Mickey Mouse', 'a.yaml 7 starts 2023-07-04', 'a.yaml 9 evidence[1].date 2023-07-04'])
    assert.deepEqual(await refusedAt(taskGroupsImporter, `${drains}members: [{ name: Mickey Mouse }]\nevidence:\n  - { date: 2022-07-04, from: Cllr Dora Finch, what: Rounds, link: /bodies/nobody }\n`), ['a.yaml 6 members[1].name Mickey Mouse', 'a.yaml 8 evidence[1].link /bodies/nobody', 'a.yaml 8 evidence[1].from Cllr Dora Finch'])
    assert.deepEqual(await refusedAt(leadMembersImporter, leads.replace('Otto Lane', 'Otto Long')), ['a.yaml 4 areas[1].person Cllr Otto Long'])
  })

  test('a task group that is loaded again as it was is no change', async () => {
    assert.deepEqual(await load(taskGroupsImporter, `${roads}---\n${drains}`), { ok: true, value: { 'task groups': 2, published: 2 } })
    assert.deepEqual(await load(taskGroupsImporter, `${roads}---\n${drains}`), { ok: true, value: { 'task groups': 2, published: 0 } })
    assert.deepEqual([(await group('roads'))?.revision, (await group('drains'))?.revision], [1, 1])
  })

  test('the title of a task group that was edited here is not undone by its file: refused by file and field, and nothing of the file is loaded', async () => {
    const revision = revisionAt(markupOf(await show(groupPage, 'officer', { group: 'roads' })))
    const edited = await post(editGroupPage, 'officer', { group: 'roads' }, { title: 'Roads and lanes', 'commissioned-by': 'board', 'commissioned-date': '2022-01-05', terms: 'Who pays?', members: 'Cllr Dora Finch', revision })
    assert.equal(edited.kind, 'moved', JSON.stringify(edited))
    assert.deepEqual(await refusedAt(taskGroupsImporter, `${drains.replace('Drains', 'Ditches')}---\n${roads}`), ['a.yaml 8 title roads'])
    assert.deepEqual([(await group('roads'))?.group.title, (await group('drains'))?.group.title], ['Roads and lanes', 'Drains'])
    const stands = await written(taskGroupsExporter)
    assert.deepEqual(await load(taskGroupsImporter, stands), { ok: true, value: { 'task groups': 2, published: 0 } })
    assert.deepEqual(await load(taskGroupsImporter, stands.replace('Who clears them?', 'Who owns them?')), { ok: true, value: { 'task groups': 2, published: 1 } }, 'what nobody changed here, a file may')
    assert.deepEqual(await refusedAt(taskGroupsImporter, roads), ['a.yaml 2 title roads'], 'also after a file that said what stands')
  })

  test('lead members who were ended or added here are not undone by their file', async () => {
    assert.deepEqual(await load(leadMembersImporter, leads), { ok: true, value: { bodies: 1, areas: 1, published: 1 } })
    assert.deepEqual(await load(leadMembersImporter, leads), { ok: true, value: { bodies: 1, areas: 1, published: 0 } })
    const revision = revisionAt(markupOf(await show(leadsOfBodyPage, 'officer', { body: 'board' })))
    assert.equal((await post(leadsOfBodyPage, 'officer', { body: 'board' }, { deed: 'end', place: '0', to: '31 December 2022', revision })).kind, 'moved')
    assert.deepEqual(await refusedAt(leadMembersImporter, leads.replace('14', '12')), ['a.yaml 4 areas board'])
    const kept = await store().database.read('operator:test', (reader) => keptLeads(reader, 'board'))
    assert.deepEqual([kept.leads.updateDays, kept.leads.areas[0]?.to, kept.revision], [14, '2022-12-31', 2])
    const stands = await written(leadMembersExporter)
    assert.deepEqual(await load(leadMembersImporter, stands), { ok: true, value: { bodies: 1, areas: 1, published: 0 } })
    assert.deepEqual(await load(leadMembersImporter, stands.replace('14', '12')), { ok: true, value: { bodies: 1, areas: 1, published: 1 } })
  })
})
