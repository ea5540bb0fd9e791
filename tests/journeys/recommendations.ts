import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { looksRight, looksRightWithoutScripts } from '../site/looks-right.ts'
import { startSite, type Site } from '../site/start-site.ts'
import { signedIn, signedInWithoutScripts, wordsOf } from '../site/staff-visitor.ts'
import type { Stores } from '../site/stores.ts'

const panel = 'Children and Families Overview and Scrutiny Panel'
const asked = 'The Cabinet publishes each term how many children wait for a taxi to school.'
const reason = 'Contracts with drivers are counted by month, not by term.'
const longestWait = 12_000

/** A panel recommends, its report is served, the director answers in part, and it is done; the public sees each step. */
export function recommendations(stores: () => Stores, browser: () => Browser): void {
  let begun: Promise<Site> | undefined
  const work = () => (begun ??= stores().copy().then((store) => startSite(store)))
  let reference = ''
  after(async () => (await begun)?.stop('SIGKILL'))

  /** What the public reads at an address, in one line. */
  const inPublic = async (path: string): Promise<string> => {
    const answer = await fetch(`${(await work()).address}${path}`)
    assert.equal(answer.status, 200, path)
    return (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', '’').replaceAll(/\s+/g, ' ')
  }
  const open = async (page: Page, path: string) => {
    page.setDefaultTimeout(longestWait)
    await page.goto(`${(await work()).address}${path}`)
  }

  test('an officer records what the panel asked; a form with gaps comes back as it was typed; the public sees it at once', async () => {
    const page = await signedIn(browser(), await work(), 'officer')
    await open(page, '/staff/actions/new')
    await page.getByLabel('What was asked').fill(asked)
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(await page.title(), /^Error: /)
    assert.equal(await page.getByLabel('What was asked').inputValue(), asked)
    await page.getByLabel('A recommendation').check()
    await page.getByLabel('Asked by').selectOption({ label: panel })
    await page.getByLabel('Asked on').fill('2023-05-24')
    await page.getByLabel('Who must answer, where it is a body').selectOption({ label: 'Cabinet' })
    await page.getByRole('button', { name: 'Record it' }).click()
    assert.match(await wordsOf(page), /It is recorded\./)
    reference = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.context().close()
    assert.match(await inPublic(`/recommendations/${reference}`), /publishes each term.*Asked.*24 May 2023.*Nothing is recorded yet/)
    assert.match(await inPublic('/recommendations?q=taxi'), /how many children wait for a taxi/)
  })

  test('its report is served on the Cabinet, which starts the two months; the clock stands in public with its working', async () => {
    const page = await signedIn(browser(), await work(), 'officer')
    await open(page, '/staff/actions/serve')
    await page.getByLabel('Whose report is served?').selectOption({ label: panel })
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByLabel('Title of the report').fill('Taxis to school')
    assert.equal(await page.locator('textarea').count(), 0, 'what no meeting resolved is not typed as the panel’s')
    await page.getByLabel('Served on').selectOption({ label: 'Cabinet' })
    await page.getByLabel('Written notice received on').fill('2023-06-01')
    await page.getByLabel(/how many children wait for a taxi/).check()
    await page.getByLabel('Who is to answer').selectOption({ index: await directorAmong(page) })
    await page.getByLabel('A health body that is asked for a response').check()
    await looksRight(page, [375])
    await page.getByRole('button', { name: 'Record and publish' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Cabinet is the council or its executive/)
    await page.getByLabel('The council or its executive').check()
    await page.getByRole('button', { name: 'Record and publish' }).click()
    assert.match(await wordsOf(page), /The report is served.*31 July 2023/)
    await page.context().close()
    assert.match(await inPublic(`/recommendations/${reference}`), /Served.*Due 31 July 2023, in 28 days.*Served on the executive by written notice.*2 calendar months.*section 9FE/)
  })

  test('without JavaScript the director finds it under “Your work”, and is asked for the reason of an answer in part', async () => {
    const page = await signedInWithoutScripts(browser(), await work(), 'director')
    await open(page, '/staff')
    await page.getByRole('link', { name: 'Taxis to school' }).click()
    await page.getByLabel('Accepted in part').check()
    await page.getByLabel(/^Response to/).fill('Published each month.')
    await page.getByRole('button', { name: 'Publish the answers' }).click()
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Give the reason/)
    assert.equal(await page.getByLabel(/^Response to/).inputValue(), 'Published each month.')
    await looksRightWithoutScripts(page, browser())
    await page.getByLabel(/^Reason, for/).fill(reason)
    await page.getByRole('button', { name: 'Publish the answers' }).click()
    assert.match(await wordsOf(page), /The answers are saved and published/)
    await page.context().close()
    assert.match(await inPublic(`/recommendations/${reference}`), /Accepted in part.*Published each month.*Contracts with drivers are counted by month/)
  })

  test('it is reported as done with what shows it, nobody closes it before the panel has met, and the public can follow the whole chain', async () => {
    const director = await signedIn(browser(), await work(), 'director')
    await open(director, `/staff/actions/${reference}/done`)
    await director.getByRole('button', { name: 'Save and publish' }).click()
    assert.match(await wordsOf(director), /Give what shows that it is done/)
    await director.getByLabel('What shows that it is done').fill('The table for June.')
    await director.getByRole('button', { name: 'Save and publish' }).click()
    assert.match(await wordsOf(director), /It is reported as done/)
    await director.context().close()
    const officer = await signedIn(browser(), await work(), 'officer')
    await open(officer, `/staff/actions/${reference}`)
    await officer.getByRole('button', { name: 'Close' }).click()
    assert.match(await wordsOf(officer), /It is closed at a meeting of the Children and Families.*has none that was held on 3 July 2023 or since/)
    assert.equal(await officer.getByRole('button', { name: 'Close it' }).count(), 0)
    await looksRight(officer, [375])
    await officer.context().close()
    assert.match(await inPublic(`/recommendations/${reference}`), /Reported as done.*Served on the executive.*Answered: accepted in part.*Reported as done.*The table for June/)
    const entry = (await (await fetch(`${(await work()).address}/api/v1/recommendations/${reference}`)).json()) as { state: string; chain: { what: string }[] }
    assert.deepEqual([entry.state, ...entry.chain.map(({ what }) => what)], ['done', 'served', 'answered', 'done'])
  })
}

/** Where the director stands among those who may answer. */
async function directorAmong(page: Page): Promise<number> {
  const names = await page.getByLabel('Who is to answer').locator('option').allInnerTexts()
  return names.findIndex((name) => name.startsWith('Marguerite Thornbury'))
}
