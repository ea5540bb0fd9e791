import { test } from 'node:test'
import assert from 'node:assert/strict'
import type { Browser, Page } from 'playwright-core'
import { hostileText } from '../site/hostile-county.ts'
import type { StaffAtWork } from '../site/staff-at-work.ts'
import { handsOf } from '../site/staff-hands.ts'
import { formsOf } from '../site/staff-forms.ts'
import { signedIn } from '../site/staff-visitor.ts'

/** Marks that careless programs turn into something that runs. */
const hostileMarkdown = [
  '[press](javascript:window.harmed=1) [press](JaVaScRiPt:window.harmed=1) [press](&#106;avascript:window.harmed=1) [press](data:text/html,<script>window.harmed=1</script>)',
  '![picture](javascript:window.harmed=1) ![picture](x"onerror="window.harmed=1) <javascript:window.harmed=1> <https://evil.example/" onmouseover="window.harmed=1">',
  '<details open ontoggle=window.harmed=1><summary>x</summary></details><svg/onload=window.harmed=1><iframe srcdoc="<script>parent.harmed=1</script>"></iframe>',
  '</textarea><script>window.harmed=1</script></title><script>window.harmed=1</script><base href="https://evil.example/"><style>*{display:none}</style>',
  '| a | <img src=x onerror=window.harmed=1> |\n|---|---|\n| `<script>` | [r][1] |\n\n[1]: javascript:window.harmed=1',
  '## <img src=x onerror=window.harmed=1>\n\n- <form action=https://evil.example><button>Sign in</button></form>\n\n[^1]\n\n[^1]: <script>window.harmed=1</script>',
]

const measure = 'children-with-a-protection-plan-and-an-ehc-plan'
const figures = `/staff/measures/${measure}`
const commentary = `/staff/commentary/${measure}/2023-24-q1`
const release = '/staff/releases/children-and-families-overview-and-scrutiny-panel/2023-24-q1'

/** What is typed behind the sign-in is text for whoever reads it there, whatever it looks like. */
export function hostileStaffText(work: () => Promise<StaffAtWork>, browser: () => Browser): void {
  test('hostile text in every field of an item, a report, a comment, a template, a figure and a commentary is shown as text, and runs nowhere', async () => {
    const { site, meeting, report, withheldReport } = await work()
    const officer = await handsOf(site, 'officer')
    const item = /\/staff\/meetings\/[0-9a-f-]+\/items\/(?!new|standing)[0-9a-f-]{36}(?=">)/.exec((await officer.get(meeting)).text)?.[0] ?? assert.fail('no item')
    const places = [report, withheldReport, `${report}/comments`, item, `${meeting}/facts`, '/staff/templates/children-and-families-overview-and-scrutiny-panel', `${meeting}/cancel`]
    const byOthers: readonly (readonly [account: string, place: string])[] = [['analyst', `${figures}/figure?period=2023-24-q1`], ['analyst', `${figures}/define/break`], ['analyst', `${release}/assemble`], ['director', commentary]]
    const reader = await browser().newPage()
    await reader.goto(site.address)
    const taken: string[] = []
    const markdown = hostileMarkdown.join('\n\n')
    const short = '<script>window.harmed=1</script><img src=x onerror=window.harmed=1>'
    const hostile: Readonly<Record<string, string>> = { markdown, recommendation: markdown, comment: markdown, title: short, quote: '', webcast: '', email: '' }
    for (const [account, place] of [...places.map((one) => ['officer', one] as const), ...byOthers]) {
      const hands = account === 'officer' ? officer : await handsOf(site, account)
      for (const form of (await formsOf(reader, (await hands.get(place)).text)).filter(({ isToFill }) => isToFill)) {
        const typed = Object.fromEntries(form.wordFields.map((name) => [name, hostile[name] ?? hostileText]))
        // Of a commentary the first button only checks.
        const press = form.asShown['press'] === 'check' ? { press: 'save' } : {}
        const answer = await hands.post(form.action, { ...form.asShown, ...typed, ...press })
        assert.ok(answer.status < 500, `${form.action} answers ${answer.status}`)
        if (answer.status === 303) taken.push(nameOf(form.action))
        else await harmless(reader, answer.text, form.action)
      }
    }
    await reader.close()
    for (const form of ['title', 'cover', 'recommendations', 'body', 'implications', 'closing', 'comments', 'items', 'facts', 'figure', '2023-24-q1']) {
      assert.ok(taken.includes(form), `${form} takes hostile words; taken were ${taken.join(', ')}`)
    }
    const shown = [...places, meeting, `${meeting}/preview`, `${report}/history`, `${report}/history/body/1`, `${report}/clearance`, '/staff', '/staff/reports', `${meeting}/publish`, figures, `${figures}/figure?period=2023-24-q1`, commentary, '/staff/commentary', release, `${release}/preview`]
    const faults: string[] = []
    for (const account of ['officer', 'director']) {
      const page = await signedIn(browser(), site, account)
      listen(page, faults)
      for (const address of shown) {
        await page.goto(`${site.address}${address}`)
        assert.equal(await page.evaluate('window.harmed'), undefined, `${account} at ${address}`)
        faults.push(...(await page.evaluate<string[]>(dangerous)).map((one) => `${address}: ${one}`))
      }
      await page.context().close()
    }
    assert.deepEqual(faults, [])
  })

  test('the preview beside the editor shows hostile text as text while it is typed', async () => {
    const { site, withheldReport } = await work()
    const page = await signedIn(browser(), site, 'director')
    const faults: string[] = []
    listen(page, faults)
    await page.goto(`${site.address}${withheldReport}`)
    const asWords = hostileText.replaceAll(/[\\<>&[\]*_{}`!$|]/g, '\\$&')
    for (const text of [...hostileMarkdown, asWords]) {
      await Promise.all([page.waitForResponse((answer) => answer.url().endsWith('/preview')), page.locator('#markdown').fill(text)])
      assert.equal(await page.evaluate('window.harmed'), undefined, text)
      faults.push(...(await page.evaluate<string[]>(dangerous)).map((one) => `${text.slice(0, 60)}: ${one}`))
    }
    await page.locator('[data-preview-page]').filter({ hasText: '<script>window.harmed = 1</script>' }).waitFor()
    await page.context().close()
    assert.deepEqual(faults, [])
  })
}

/** The last word of a form's address: `items` of `…/items/3415c8cf-…`. */
function nameOf(action: string): string {
  return action.replace(/\/[0-9a-f]{8}-[0-9a-f-]{27}$/, '').replace(/^.*\//, '')
}

/** A page that was answered to a form, parsed as a browser would. */
async function harmless(reader: Page, text: string, action: string): Promise<void> {
  const found = await reader.evaluate<string[]>(`((text) => { const document = new DOMParser().parseFromString(text, 'text/html'); return ${dangerous} })(${JSON.stringify(text)})`)
  assert.deepEqual(found, [], action)
}

/** A dialog, a script that fails, another site that is asked for something, a breach of the content security policy. */
function listen(page: Page, faults: string[]): void {
  const origin = () => new URL(page.url()).origin
  page.on('dialog', (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${String(error)}`))
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && page.url().startsWith('http') && new URL(request.url()).origin !== origin()) faults.push(`asks ${request.url()}`)
  })
}

/** What may run or lead astray: addresses that are programs, attributes that are scripts, elements that text must not make. */
const dangerous = `Array.from(document.querySelectorAll('*')).filter((one) =>
  one.getAttributeNames().some((name) => name.startsWith('on')) ||
  ['href', 'src', 'action', 'formaction', 'srcdoc'].some((name) => /^\\s*(?:javascript|data|vbscript):/i.test(one.getAttribute(name) ?? '')) ||
  one.matches('iframe, object, embed, base, main script, main style, main form[action^="http"], main svg[onload]'),
).map((one) => one.outerHTML.slice(0, 160))`
