import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { meetingHeld } from '../site/meeting-held.ts'
import { goldenThread } from '../site/product.ts'
import { handsOf, words } from '../site/staff-hands.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const reference = 'places-in-special-schools-from-september'
const own = `/staff/forward-plan/${reference}`
const longestWait = 12_000

/** A key decision that comes too late for its notice, from its draft to the call-in that scrutiny considers; the public reads what is public at each step. */
export function forwardPlan(stores: () => Stores, browser: () => Browser): void {
  let running: Promise<Site> | undefined
  const work = () => (running ??= stores().copy().then((folder) => startSite(folder)))
  after(async () => (await running)?.stop('SIGKILL'))
  /** The same store on another day of the product. */
  const onDay = async (today: string): Promise<Site> => {
    const { folder, stop } = await work()
    await stop()
    running = startSite(folder, { TODAY: today })
    return running
  }
  const asPublic = async (path = `/forward-plan/${reference}`) => {
    const answer = await fetch(`${(await work()).address}${path}`)
    return { status: answer.status, says: words(await answer.text()) }
  }

  test('an officer without JavaScript adds a key decision; nonsense comes back with every word, and nobody else sees the draft', async () => {
    const site = await work()
    const page = await signedInWithoutScripts(browser(), site, 'officer')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff/forward-plan`)
    await page.getByRole('button', { name: 'Add an entry' }).click()
    await page.getByLabel('Matter to be decided').fill('Places in special schools from September')
    await page.getByLabel('Spending (optional)').fill('a lot')
    await page.getByLabel('Day of the decision', { exact: true }).fill('2023-07-13')
    await page.getByRole('button', { name: 'Save' }).click()
    assert.match(await page.title(), /^Error: /)
    assert.equal(await page.getByLabel('Spending (optional)').inputValue(), 'a lot')
    assert.equal(await page.getByLabel('Matter to be decided').inputValue(), 'Places in special schools from September')
    await looksRightWithoutScripts(page, browser())
    await page.getByLabel('Spending (optional)').fill('£1,400,000')
    await page.getByLabel('Documents that go to the decision-maker').fill('Report to Cabinet\nWhat schools said')
    await page.getByLabel('Scrutiny body for this matter').selectOption('children-and-families-overview-and-scrutiny-panel')
    await page.getByLabel('It is an education matter').check()
    await page.getByRole('button', { name: 'Save' }).click()
    assert.match(await wordsOf(page), /saved as a draft/)
    assert.equal((await asPublic()).status, 404)
    await page.getByRole('button', { name: 'Publish the notice' }).click()
    assert.match(await wordsOf(page), /eight contents .* Give the address from which copies are to be had/)
    assert.equal((await asPublic()).status, 404)
    await page.context().close()
  })

  test('published too late, it is not recorded as decided without a reason, which names both dates, and the general exception writes its own notice', async () => {
    const site = await work()
    const page = await officerAt(site, '/edit')
    await page.getByLabel('Where copies are to be had').fill('County Hall, Worcester')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Publish the notice' }).click()
    assert.match((await asPublic()).says, /Notice too late for the day Key decision New entry/)
    await page.getByRole('link', { name: 'Record the decision' }).click()
    await fillDecision(page, '2023-07-03')
    assert.match(await wordsOf(page), /published on Monday 3 July 2023\. With weekends and bank holidays left out, it was due by Monday 22 May 2023, and was 42 days late\. With weekends and bank holidays counted, it was due by Sunday 4 June 2023/)
    assert.equal(await page.getByLabel('What was decided').inputValue(), 'Forty places are opened.')
    await looksRight(page)
    await page.goto(`${site.address}${own}`)
    await page.getByRole('link', { name: /^General exception/ }).click()
    assert.match(await wordsOf(page), /not before Tuesday 11 July 2023/)
    await page.getByLabel('Why 28 clear days of notice are impracticable').fill('Schools ask by 14 July what they may offer.')
    await page.getByRole('button', { name: 'Give and publish the notice' }).click()
    await looksRight(page)
    await page.getByRole('link', { name: 'Refer to scrutiny' }).click()
    await page.getByLabel('To which body').selectOption('children-and-families-overview-and-scrutiny-panel')
    await page.getByLabel('Why').fill('It touches every school.')
    await page.getByRole('button', { name: 'Refer' }).click()
    assert.match(await wordsOf(page), /Referred to Children and Families Overview and Scrutiny Panel, for its meeting on Wednesday 27 September 2023/)
    const notice = await asPublic(`/forward-plan/${reference}/general-exception`)
    assert.match(notice.says, /regulation 10 .* the chair of Children and Families Overview and Scrutiny Panel .*Schools ask by 14 July/)
    assert.match(await pdfOf('general-exception'), /^%PDF-/)
    await page.context().close()
  })

  test('after five clear days it is decided, and the statement opens the window', async () => {
    const site = await onDay('2023-07-11')
    const page = await officerAt(site, '/decision')
    await fillDecision(page, '2023-07-11')
    await looksRight(page)
    assert.match((await asPublic()).says, /Decided: can be called in .*Forty places are opened\. .*By 3 members of scrutiny, until 5\.00 pm on Tuesday 18 July 2023/)
    assert.match((await asPublic('/decisions')).says, /Places in special schools/)
    assert.match((await asPublic(`/forward-plan/${reference}/decision`)).says, /regulation 12 .*Forty places are opened\./)
    assert.match(await pdfOf('decision'), /^%PDF-/)
    const strange = await asPublic('/decisions?urgent=perhaps')
    assert.equal(strange.status, 400)
    assert.match(strange.says, /could not be understood.*Choose one of these: “All decisions”, “By special urgency only”.*Places in special schools/)
    assert.equal((await asPublic('/forward-plan?when=perhaps')).status, 400)
    await page.context().close()
  })

  test('three members call it in, each by their own account; a window that has closed says when it did', async () => {
    const site = await onDay('2023-07-17')
    for (const account of ['councillor', 'coopted'] as const) {
      const hands = await handsOf(site, account)
      assert.equal((await hands.post(`${own}/call-in`, { principle: '', reason: '' })).status, 400)
      await hands.done(`${own}/call-in`, { principle: 'consultation', reason: `Asked in the holidays, says the ${account}.` })
    }
    const late = await (await handsOf(site, 'councillor')).post('/staff/forward-plan/provisional-financial-results-2022-23/call-in', { principle: 'openness', reason: 'Too late' })
    assert.equal(late.status, 409)
    assert.match(words(late.text), /ended at 5\.00 pm on Friday 7 July 2023/)
    assert.doesNotMatch((await asPublic()).says, /Asked in the holidays/)
    const page = await signedIn(browser(), site, 'chair')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}/staff`)
    await page.getByRole('link', { name: 'Places in special schools from September' }).click()
    await page.getByRole('link', { name: 'Call this decision in' }).click()
    assert.match(await wordsOf(page), /Signed so far: 2/)
    await looksRight(page)
    await page.getByLabel(/^Proportionality/).check()
    await page.getByLabel('In what way').fill('Two schools take all forty.')
    await page.getByRole('button', { name: 'Sign under my name' }).click()
    await page.context().close()
    assert.match((await asPublic()).says, /Called in .*not carried out before scrutiny has considered it.*Cllr Isla Dunmore, Jonah Pettigrew, Cllr Deborah Quennell.*on the agenda for Wednesday 26 July 2023/)
  })

  test('it is stopped until scrutiny has considered it, and then carried out', async () => {
    const site = await onDay('2023-07-26')
    const officer = await handsOf(site, 'officer')
    assert.match(words((await officer.get(`${own}/considered`)).text), /no meeting of Overview and Scrutiny Performance Board since the call-in is recorded as held/)
    await boardMeets(site)
    const revision = /name="revision" value="(\d+)"/.exec((await officer.get(`${own}/considered`)).text)?.[1] ?? ''
    const stopped = await officer.post(`${own}/carried-out`, { revision, said: '' })
    assert.equal(stopped.status, 409)
    assert.match(words(stopped.text), /not to be carried out before scrutiny has considered it/)
    await officer.done(`${own}/considered`, { revision, on: '2023-07-26', outcome: 'accepted', words: 'The board asks for a report in a year.' })
    assert.match((await asPublic()).says, /Scrutiny accepts the decision.*a report in a year/)
    const stale = await officer.post(`${own}/carried-out`, { revision, said: 'Begun.' })
    assert.equal(stale.status, 409)
    await officer.done(`${own}/carried-out`, { revision: String(Number(revision) + 1), said: 'Begun.' })
    assert.match((await asPublic()).says, /Carried out Key decision/)
    for (const [who, step] of [['chair', 'urgency'], ['officer', 'representations'], ['officer', 'carried-out'], ['officer', 'considered'], ['officer', 'reconsidered']] as const) {
      const page = await signedIn(browser(), site, who)
      await page.goto(`${site.address}/staff/forward-plan/notices-of-motion/${step}`)
      await looksRight(page, [375])
      await page.context().close()
    }
  })

  /** The record has it that the scrutiny board met on 26 July 2023. */
  async function boardMeets(site: Site): Promise<void> {
    const { code, out, err } = await goldenThread(['import', 'meetings', await meetingHeld('overview-and-scrutiny-performance-board', '2023-07-26')], { DATA_DIR: site.folder, TODAY: '2023-07-26' })
    assert.equal(code, 0, `${out} ${err}`)
    const page = await officerAt(site, '/considered')
    await page.getByLabel(/^Meeting of Overview and Scrutiny Performance Board/).selectOption('2023-07-26')
    await looksRight(page)
    await page.context().close()
  }

  /** The first letters of a notice's file, which is set once its deed is answered. */
  async function pdfOf(notice: string): Promise<string> {
    const site = await work()
    for (let tries = 0; tries < 60; tries += 1) {
      const answer = await fetch(`${site.address}/forward-plan/${reference}/${notice}.pdf`)
      if (answer.ok) return (await answer.text()).slice(0, 8)
      await sleep(200)
    }
    return ''
  }

  async function officerAt(site: Site, path: string): Promise<Page> {
    const page = await signedIn(browser(), site, 'officer')
    page.setDefaultTimeout(longestWait)
    await page.goto(`${site.address}${own}${path}`)
    return page
  }
}

async function fillDecision(page: Page, day: string): Promise<void> {
  await page.getByLabel('Day of the decision').fill(day)
  const said = {
    'What was decided': 'Forty places are opened.',
    Reasons: 'More children have plans.',
    'Alternatives considered and rejected': 'Places outside the county.',
    'Conflicts of interest declared': 'None',
    'Dispensations for them': 'None',
    'How it differs from the forward plan (optional)': 'Schools asked for it two days before the day that was planned.',
  }
  for (const [label, text] of Object.entries(said)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Record and publish the statement' }).click()
}
