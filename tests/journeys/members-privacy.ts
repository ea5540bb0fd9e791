import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { accessibilityFaults } from '../site/axe.ts'
import { sidewaysScroll } from '../site/fits-the-screen.ts'
import { meetingOf, paperOf, publish, rewrite } from '../site/officers-publishing.ts'
import { handsOf, words } from '../site/staff-hands.ts'
import { signedIn } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { storedRows } from '../site/stored-rows.ts'
import { property, schools, secrets } from '../site/two-committees.ts'
import { readerOf, type Given } from '../site/what-one-gets.ts'

const days: Readonly<Record<string, string>> = { [property]: '2023-07-17', [schools]: '2023-07-18' }
const tablet = { width: 820, height: 1180 }
const note = 'Ask whether the roof of the depot leaks.'

/** Two committees publish an agenda with an exempt item: each has its own members, and what is exempt is read by those and the officers alone. */
export function membersPrivacy(committees: () => Promise<string>, browser: () => Browser): void {
  let begun: Promise<Site> | undefined
  const work = () => (begun ??= committees().then((store) => startSite(store)))
  after(async () => (await begun)?.stop('SIGKILL'))
  /** Of people who are signed in; each must stand in the audit once. */
  let refused = 0
  const asksAll = async (account: string | undefined, paths: readonly string[]): Promise<Given[]> => {
    const read = await readerOf(await work(), account)
    const answers: Given[] = []
    for (const path of paths) answers.push(await read(path))
    if (account !== undefined) refused += answers.filter(({ status }) => status === 403).length
    return answers
  }

  test('before its agenda is published the public reads of a meeting only when and where it is, by any address', async () => {
    const answers = await asksAll(undefined, publicAddresses(property))
    assertNothingOf(['Roofs of the county', 'A property matter', ...secrets], answers)
    const page = answers.find(({ path }) => path === `/bodies/${property}/2023-07-17`)
    assert.match(words(page?.text ?? ''), /17 July 2023.*Lakeview Room/)
    assert.equal(answers.find(({ path }) => path.endsWith('/pack.pdf'))?.status, 404)
    assert.equal(answers.find(({ path }) => path.endsWith('/items/3'))?.status, 404)
  })

  test('afterwards it reads the agenda, the deadlines, the open papers and the pack, and of the exempt item what may be said', async () => {
    const site = await work()
    const officer = await handsOf(site, 'officer')
    for (const [body, day] of [[property, '17 July 2023'], [schools, '18 July 2023']] as const) {
      const meeting = await meetingOf(officer, body, day)
      const report = await paperOf(officer, meeting, 4)
      const bids = { name: 'bids.csv', bytes: new TextEncoder().encode('Bidder,Pounds\nOsprey Holdings,4700000\nSecond,4000000\n') }
      const added = await officer.upload(`${report}/appendices`, { title: 'Bid of the second bidder' }, bids)
      const [appendix = ''] = added.to.split('?')
      await rewrite(officer, appendix, (text) => text.replace('Table 1 (give it a title)', 'The bids'))
      await publish(officer, meeting)
    }
    const answers = await asksAll(undefined, publicAddresses(property))
    const [page, api, feed, pdf] = ['/bodies/property-committee/2023-07-17', '/api/v1/bodies/property-committee/meetings/2023-07-17', '/meetings.atom', '/bodies/property-committee/2023-07-17/pack.pdf'].map(
      (path) => answers.find((answer) => answer.path === path)?.text ?? '',
    )
    for (const text of [page, api, pdf]) assert.match(text ?? '', /Roofs of the county’s buildings[^]*A property matter/)
    const item = answers.find(({ path }) => path.endsWith('/items/4'))?.text ?? ''
    assert.match(words(item), /paragraph 3.*The council would be offered less if its figures were known/)
    assert.match(words(page ?? ''), /9\.00 am on Friday 14 July 2023/)
    assert.match(feed ?? '', /Property Committee/)
    assertNothingOf(secrets, [...answers, ...(await asksAll(undefined, publicAddresses(schools)))])
  })

  test('chair, member and officer read the exempt papers on pages E1 on, in a copy that says whose it is', async () => {
    const site = await work()
    for (const [account, name] of [['chair', 'Cllr Deborah Quennell'], ['councillor', 'Cllr Isla Dunmore'], ['officer', 'Imogen Fairweather']] as const) {
      const page = await signedIn(browser(), site, account, tablet)
      const own = `${site.address}/staff/packs/${property}/2023-07-17`
      for (const address of [own, `${own}/read`]) {
        await page.goto(address)
        assert.equal((await page.locator('.gt-copy-notice').innerText()).trim(), `For ${name} only. This holds what is not for publication. Do not pass it on.`)
        assert.deepEqual(await accessibilityFaults(page), [], `${account} at ${address}`)
        await page.setViewportSize({ width: 320, height: 800 })
        assert.equal(await sidewaysScroll(page), 0, `${account} at ${address}`)
        await page.setViewportSize(tablet)
      }
      const sale = page.locator('#item-4')
      assert.match(await sale.innerText(), /Sale of the depot at Quarry Lane[^]*Osprey Holdings[^]*Bid of the second bidder/)
      assert.ok((await sale.locator('[id^="page-E"]').count()) > 0)
      assert.deepEqual(await page.locator('#item-4 img').evaluateAll((pictures) => pictures.map((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth > 0)), [true])
      await page.context().close()
      const [pdf] = await asksAll(account, [`/staff/packs/${property}/2023-07-17/pack.pdf`])
      assert.match(pdf?.sheets.find(({ label }) => label === 'E1')?.text ?? '', /Quarry Lane/, `${account} has page E1`)
      assert.deepEqual(pdf?.sheets.filter(({ text }) => !text.includes(name)), [], `the name of ${account} stands on each page`)
    }
  })

  test('nobody else reads anything of it, by any address', async () => {
    const strangers = { [property]: ['coopted', 'director', 'analyst', 'admin', 'auditor', undefined], [schools]: ['councillor', undefined] }
    for (const [body, accounts] of Object.entries(strangers)) {
      const addresses = await staffAddresses(await work(), body)
      for (const account of accounts) {
        const answers = await asksAll(account, addresses)
        assertNothingOf(secrets, answers, account)
        const files = answers.filter(({ path }) => path.startsWith('/staff/packs') && /\/(files|pictures)\//.test(path))
        assert.ok(files.length > 1)
        for (const { path, status } of files) assert.equal(status, account === undefined ? 303 : 403, `${account ?? 'the public'} at ${path}`)
      }
    }
  })

  test('a private note is read and changed by nobody but who wrote it', async () => {
    const site = await work()
    const own = `/staff/packs/${property}/2023-07-17`
    const councillor = await handsOf(site, 'councillor')
    const at = await councillor.done(`${own}/notes/new`, { paper: 'item-3-report', block: '1', words: note, quote: '' })
    const id = /#note-(.*)$/.exec(at)?.[1] ?? assert.fail(at)
    const addresses = [`${own}/notes/${id}`, `${own}/notes`, `${own}/notes.txt`, `${own}/read`, `${own}/offline.html?notes=yes`, own]
    assert.deepEqual((await asksAll('councillor', addresses)).filter(({ text }) => !text.includes(note)).map(({ path }) => path), [own])
    for (const account of ['officer', 'chair', 'coopted', 'admin', 'auditor', 'director', undefined]) {
      assertNothingOf([note], await asksAll(account, addresses), account)
      if (account === undefined) continue
      const hands = await handsOf(site, account)
      for (const fields of [{ words: 'Mine now.', revision: '1' }, { deed: 'delete' }]) {
        const answer = await hands.post(`${own}/notes/${id}`, fields)
        assert.ok([403, 404].includes(answer.status), `${account} changes the note: ${answer.status}`)
        refused += Number(answer.status === 403)
      }
    }
    assert.ok((await councillor.get(`${own}/notes`)).text.includes(note))
  })

  test('every refusal stands in the audit once', async () => {
    const site = await work()
    const officer = await handsOf(site, 'officer')
    assert.ok(!(await officer.get('/staff')).text.includes(note))
    await site.stop()
    const { audit } = await storedRows(site.folder)
    const rows = audit.filter(({ door, reason }) => door === 'web' && reason === 'not-allowed')
    assert.equal(rows.length, refused)
    assert.ok(refused > 50)
  })
}

/** Whatever of a meeting has an address without a sign-in. */
function publicAddresses(body: string): string[] {
  const page = `/bodies/${body}/${days[body]}`
  const ofApi = `/api/v1/bodies/${body}/meetings/${days[body]}`
  const lists = [`/bodies/${body}`, '/', '/meetings', `/meetings?body=${body}`, '/meetings.ics', `/meetings.ics?body=${body}`, '/meetings.atom', `/meetings.atom?body=${body}`]
  const ofMeeting = ['', '/items/3', '/items/4', '/items/5', '/pack.pdf', '/pack.pdf?version=2', '?version=1', '?version=2', '/supplements/1', '/speak', '/read', '/offline.html'].map((below) => page + below)
  return [...lists, ...ofMeeting, ...['', '/items', '/papers', '/supplements', '/responses'].map((below) => ofApi + below), `/api/v1/meetings?body=${body}`]
}

/** Whatever an officer finds of it behind the sign-in, and the same files where the public would look for them. */
async function staffAddresses(site: Site, body: string): Promise<string[]> {
  const officer = await handsOf(site, 'officer')
  const own = `/staff/packs/${body}/${days[body]}`
  const meeting = await meetingOf(officer, body, body === property ? '17 July 2023' : '18 July 2023')
  const paper = await paperOf(officer, meeting, 4)
  const shown = [(await officer.get(`${own}/read`)).text, (await officer.get(meeting)).text, (await officer.get(`${meeting}/preview`)).text, (await officer.get(paper)).text].join()
  const linked = [...shown.matchAll(/(?:href|src)="(\/staff\/(?:packs|meetings|papers)\/[^"#]+)/g)].flatMap(([, path]) => path ?? []).filter((path) => path.includes(own) || path.includes(meeting) || path.includes(paper))
  const files = linked.filter((path) => path.startsWith(own) && /\/(files|pictures)\//.test(path))
  const below = ['', '?version=1', '?version=2', '/read', '/read?version=2', '/read?page=E1', '/pack.pdf', '/pack.pdf?version=2', '/offline.html', '/offline.html?notes=yes', '/supplements/1', '/notes', '/notes.txt', '/notes/new?paper=item-4-report&block=1']
  const others = ['/publish', '/after', '/preview/items/4', '/speakers', '/speakers/list'].map((word) => meeting + word)
  const ofPaper = ['/history', '/appendices', '/pictures', '/comments', '/sharing', '/clearance', '/file'].map((word) => paper + word)
  const asPublic = files.map((path) => path.replace('/staff/packs/', '/bodies/'))
  return [...new Set([...below.map((word) => own + word), ...linked, ...others, ...ofPaper, ...asPublic, '/staff', '/staff/packs', `/staff/packs?body=${body}`, '/staff/meetings', '/staff/reports', '/staff/exempt-items'])]
}

function assertNothingOf(hidden: readonly string[], answers: readonly Given[], account = 'the public'): void {
  for (const { path, status, cacheControl, text } of answers) {
    for (const word of hidden) assert.ok(!text.includes(word), `${account} reads “${word}” at ${path}`)
    if (path.startsWith('/staff')) assert.equal(cacheControl, 'no-store', path)
    assert.ok(status < 500, `${path} answers ${status}`)
  }
}
