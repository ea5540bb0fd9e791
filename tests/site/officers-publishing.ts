import assert from 'node:assert/strict'
import { words, type StaffHands } from './staff-hands.ts'

/** `/staff/meetings/…` of the meeting of a body on a day such as `7 July 2023`. */
export async function meetingOf(officer: StaffHands, body: string, day: string): Promise<string> {
  const list = (await officer.get(`/staff/meetings?body=${body}&from=2023-07-01`)).text
  return new RegExp(`href="(/staff/meetings/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>, ${day}<`).exec(list)?.[1] ?? assert.fail(`no meeting on ${day} among ${words(list).slice(-1500)}`)
}

/** `/staff/papers/…` of the report of an item, or of the paper of it whose title begins so. */
export async function paperOf(officer: StaffHands, meeting: string, item: number, title = 'Report'): Promise<string> {
  const page = (await officer.get(meeting)).text
  return new RegExp(`href="(/staff/papers/[0-9a-f-]{36})"[^>]*><bdi>${title}[^<]*</bdi><span[^>]*> of item ${item}<`).exec(page)?.[1] ?? assert.fail(`item ${item} has no ${title}`)
}

/** Writes other words in the text of a paper, as its editor does. */
export async function rewrite(officer: StaffHands, paper: string, changed: (markdown: string) => string): Promise<void> {
  const page = (await officer.get(paper)).text
  const form = /<section[^>]*id="part-body"[^]*?<\/section>/.exec(page)?.[0] ?? page.slice(page.indexOf('id="part-body"'))
  const markdown = unescaped(/<textarea[^>]*name="markdown"[^>]*>\n?([^]*?)<\/textarea>/.exec(form)?.[1] ?? assert.fail('the editor has no text'))
  const revision = /name="revision" value="(\d+)"/.exec(form)?.[1] ?? assert.fail('the text has no revision')
  assert.notEqual(changed(markdown), markdown, 'the words to change stand in the text')
  await officer.done(`${paper}/parts/body`, { markdown: changed(markdown), revision })
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

const longestPublication = 60_000

/** Publishes what a meeting holds, with what the form asks besides, and waits until that is done. What waited for the agenda and joins it at the last moment is looked at, and published with it. */
export async function publish(officer: StaffHands, meeting: string, asked: Readonly<Record<string, string>> = {}): Promise<void> {
  const form = async () => {
    const page = (await officer.get(`${meeting}/publish`)).text
    const revision = /name="revision" value="(\d+)"/.exec(page)?.[1] ?? assert.fail(`it cannot be published: ${words(page).slice(0, 2500)}`)
    const kind = /<input type="hidden" name="kind" value="(\w+)"/.exec(page)?.[1]
    return { revision, ...(kind === undefined ? {} : { kind }), ...asked }
  }
  const first = await officer.post(`${meeting}/publish`, await form())
  const isToLookAgain = first.status === 409 && first.text.includes('has just joined it')
  const publication = isToLookAgain ? await officer.done(`${meeting}/publish`, await form()) : first.to
  assert.match(publication, /\/publications\//, words(first.text).slice(0, 2500))
  const begun = performance.now()
  for (;;) {
    const { state } = JSON.parse((await officer.get(`${publication}/state`)).text) as { state: string }
    if (state === 'done') return
    if (state === 'failed' || performance.now() - begun > longestPublication) assert.fail(words((await officer.get(publication)).text))
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
