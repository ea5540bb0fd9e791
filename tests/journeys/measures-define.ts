import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import { deskOf, type Desk } from '../site/desk.ts'
import { looksRightWithoutScripts } from '../site/looks-right.ts'
import { startSite, type Site } from '../site/start-site.ts'
import type { Stores } from '../site/stores.ts'

const visits = '/staff/measures/visits-made-in-time'
const header = 'measure,period,area,breakdown,numerator,denominator,value,status,note\n'

/** A measure from nothing: defined in the site, loaded from a file, changed, and changed by two at once; nobody needs the server for it. */
export function measuresDefine(stores: () => Stores, browser: () => Browser): void {
  let running: Promise<Site> | undefined
  const work = () => (running ??= stores().copy().then((folder) => startSite(folder)))
  const desks: Desk[] = []
  const at = async (account: string): Promise<Desk> => {
    const desk = await deskOf(browser(), await work(), account)
    desks.push(desk)
    return desk
  }
  let analyst: Desk
  after(async () => {
    for (const desk of desks) await desk.leave()
    await (await running)?.stop('SIGKILL')
  })

  test('an analyst defines a measure: what is missing is told at each field, and nothing that was typed is lost', async () => {
    analyst = await at('analyst')
    await analyst.go('/staff/measures')
    await analyst.press('Define a measure')
    await analyst.enter({ Name: 'Visits made in time', Decimals: 'one', 'Parts in which it is counted too (optional)': 'Phase: Primary, Secondary', England: true })
    await analyst.press('Save the measure')
    await analyst.says(/There is a problem/, /Say in what the figures are given/, /Say which way is better/)
    assert.equal(await analyst.page.getByLabel('Decimals').inputValue(), 'one')
    assert.equal(await analyst.page.getByLabel('England', { exact: true }).isChecked(), true)
    await looksRightWithoutScripts(analyst.page, browser())
    await analyst.enter({
      'What it is, in plain words': 'The share of visits that were made by the day on which they were due.',
      'Why it was chosen': 'A child who is not seen cannot say what is wrong.',
      'In what the figures are given': 'A percentage',
      'Of how many (the denominator, optional)': 'all visits that were due',
      Decimals: '1',
      'How often there is a figure': 'Every quarter, such as 2019-20-q1',
      'How many days after the end of a period its figure is known': '30',
      'Higher is better': true,
      'Where the figures come from': 'The case system',
      'Steward: the role or team that keeps definition and figures': 'Business Intelligence',
      'Owner: the role that answers for what it shows': 'Head of Social Work',
    })
    await analyst.press('Save the measure')
    await analyst.says(/The measure is defined\./, /The share of visits that were made by the day/, /Added by /)
    assert.equal(analyst.path(), visits)
    await looksRightWithoutScripts(analyst.page, browser())
  })

  test('a file of figures is refused row by row, then loaded, and the figures say who loaded them', async () => {
    const [, who = ''] = /Added by (.+?), /.exec(await analyst.says()) ?? []
    await analyst.press('Load figures from a file')
    await looksRightWithoutScripts(analyst.page, browser())
    await load(analyst, `${header}visits-made-in-time,2022-23-q3,Worcestershire,,,,81,,\nvisits-made-in-time,2022-23-q9,Worcestershire,,,,"1,300",,\n`)
    await analyst.says(/There is a problem/, /Row 3.*2022-23-q9.*There is no such period/)
    await looksRightWithoutScripts(analyst.page, browser())
    await load(analyst, `${header}visits-made-in-time,2022-23-q3,Worcestershire,,,,81,,\nvisits-made-in-time,2022-23-q4,Worcestershire,,84,100,,,\nvisits-made-in-time,2022-23-q4,Worcestershire,phase=primary,,,4,,\nvisits-made-in-time,2022-23-q3,Worcestershire,phase=primary,,,80,,\n`)
    await analyst.says(/The file is loaded\./, /New figures 4/, /Figures to look at.*20 times/)
    await looksRightWithoutScripts(analyst.page, browser())
    await analyst.go(`${visits}/figure?period=2022-23-q4`)
    const said = await analyst.says(/84\.0%, 84 of 100/)
    assert.ok(who !== '' && said.includes(`with a file by ${who}`), said)
  })

  test('a definition is changed with a reason and from a period on; what the figures stand by cannot be; two at once are told of each other', async () => {
    const other = await at('analyst')
    for (const desk of [analyst, other]) await desk.go(`${visits}/define`)
    await analyst.says(/Figures of this measure stand\./)
    await analyst.enter({ 'In what the figures are given': 'A score', 'What changed and why': 'Tried', 'From which day or period this version holds': 'soon' })
    await analyst.press('Save as a new version')
    await analyst.says(/It is percent for the figures that stand, so it cannot change/, /Say from when this version holds/)
    await looksRightWithoutScripts(analyst.page, browser())
    await analyst.enter({ 'In what the figures are given': 'A percentage', 'Owner: the role that answers for what it shows': 'Head of Safeguarding', 'What changed and why': 'The team moved.', 'From which day or period this version holds': '2023-24-q1' })
    await analyst.press('Save as a new version')
    await analyst.says(/The change is saved/, /Version 2, from 1 April 2023 The team moved\./)
    await other.enter({ Name: 'Visits in time', 'What changed and why': 'Shorter.', 'From which day or period this version holds': '1 May 2023' })
    await other.press('Save as a new version')
    await other.says(/Somebody else has added version 2 meanwhile: The team moved\./)
    await other.says(/owner: Head of Safeguarding \(before: Head of Social Work\)/)
    assert.equal(await other.page.getByLabel('Name', { exact: true }).inputValue(), 'Visits in time')
    assert.equal(await other.page.getByLabel('Owner: the role that answers for what it shows').inputValue(), 'Head of Safeguarding')
    await looksRightWithoutScripts(other.page, browser())
    await other.press('Save as a new version')
    await other.says(/Version 3, from 1 May 2023 Shorter\. name: Visits in time/)
  })

  test('a director reads what was defined and by whom, and neither defines nor loads', async () => {
    const director = await at('director')
    await director.go(visits)
    await director.says(/Version 2.*Added by .*Version 1.*Added by /)
    assert.equal(await director.page.getByRole('button', { name: /Define|Load figures|Change the definition/ }).count(), 0)
    for (const path of ['/staff/measures/new', '/staff/measures/load', `${visits}/define`]) assert.equal((await director.page.goto((await work()).address + path))?.status(), 403, path)
  })
}

async function load({ page, press }: Desk, text: string): Promise<void> {
  await page.getByLabel('The file with the figures').setInputFiles({ name: 'figures.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await press('Load the file')
}
