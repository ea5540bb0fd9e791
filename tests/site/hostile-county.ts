import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What somebody may put into a field to harm its readers: script, entities, right-to-left, joined emoji, a very long word, template marks. */
export const hostileText = [
  '<script>window.harmed = 1</script><img src=x onerror="window.harmed = 1">',
  `"'><svg onload=window.harmed=1> &amp; &lt;b&gt; \${7*7} {{7*7}} %00 ]]> -->`,
  'ערב טוב \u2067טקסט\u2069 مرحبا 👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿 Z̷͎̈ǎ̵l̶̰͐g̴o',
  `Donau${'dampfschifffahrts'.repeat(18)}gesellschaft`,
].join(' ')

const quoted = JSON.stringify(hostileText)
const titled = (what: string) => JSON.stringify(`${what} ${hostileText}`)

const county = `name: ${titled('Council')}
short-name: ${quoted}
contact: { office: ${quoted}, phone: ${quoted} }
alternative-formats: ${quoted}
languages: [${quoted}]
`

const bodies = `slug: parent
name: ${titled('Parent')}
kind: council
purpose: ${quoted}
meets-in-public: true
---
slug: child
name: ${titled('Child')}
short-name: ${quoted}
kind: scrutiny-panel
purpose: ${quoted}
basis: ${quoted}
held-by: ${quoted}
meets-in-public: true
reports-to: [{ body: parent, cadence: monthly, about: ${quoted} }]
terms-of-reference:
  source: ${quoted}
  agreed: ${quoted}
  purposes: [${quoted}]
  frequency: ${quoted}
  quorum: { at-least: 2, substitutes-count: true, source: ${quoted} }
  public-participation: { closes-at: '09:00', working-days-before: 1 }
members:
  - { seat: ${quoted}, organisation: ${quoted}, capacity: chair, votes: all, person: ${quoted}, substitute: ${quoted}, from: 2020-01-01 }
  - { seat: ${quoted}, organisation: ${quoted}, capacity: voting, votes: all, from: 2020-01-01 }
contact: { office: ${quoted}, phone: ${quoted} }
source: ${quoted}
`

const meeting = `body: child
date: 2026-06-10
time: '10:00'
title: ${quoted}
venue: ${quoted}
status: agenda-published
issued: 2026-05-01
contact: { office: ${quoted}, phone: ${quoted} }
also-invited: [${quoted}]
source: ${quoted}
items:
  - number: 1
    title: ${quoted}
    kind: decision
    presenter: ${quoted}
    sponsor: ${quoted}
    note: ${quoted}
    pages-in-original: ${quoted}
    report: report.md
    appendices:
      - { title: ${titled('Annex')}, file: appendix.md }
      - { title: ${quoted}, note: ${quoted} }
  - number: 2
    title: ${quoted}
    exempt: { paragraph: 3, reason: ${quoted} }
`

/** Markdown knows signs of its own: each is written so that it stands for itself. */
const inMarkdown = hostileText.replaceAll(/[\\<>&[\]*_{}`!$|]/g, '\\$&')

const ofPicture = inMarkdown.replaceAll(/\\[[\]]/g, '')

const report = `---
title: ${quoted}
frame: board-cover-sheet
sponsor: ${quoted}
author: ${quoted}
priorities: [{ name: ${quoted}, touched: true }]
groups-of-interest: [{ name: ${quoted}, touched: false }]
safeguarding-children: { applies: true, detail: ${quoted} }
recommendations: [${quoted}]
implications: [{ heading: ${quoted}, text: ${quoted} }]
supporting-information: [${quoted}]
contact-points: [${quoted}]
background-papers: [${quoted}]
proper-officer: ${quoted}
---

## ${inMarkdown}

${inMarkdown}

- ${inMarkdown}

Table: ${inMarkdown}

| ${inMarkdown} | Cost |
|---|---|
| ${inMarkdown} | 1 |

![${ofPicture}](picture.svg "${ofPicture.replaceAll('"', '\\"')}")
`

const appendix = `---\ntitle: ${quoted}\n---\n\n## ${inMarkdown}\n\n> ${inMarkdown}\n`

/** As hostile as the import takes; one that holds a script is refused there. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" data-load="window.harmed=1">
<title>&lt;script>window.harmed=1&lt;/script></title><rect width="40" height="40"/>
</svg>
`

/** Writes import files in which every text is hostile; answers the lines of commands that load them, in their order. */
export async function writeHostileCounty(folder: string): Promise<readonly (readonly string[])[]> {
  await mkdir(folder, { recursive: true })
  const records = { 'county.yaml': county, 'bodies.yaml': bodies, 'meeting.yaml': meeting }
  const papers = { 'report.md': report, 'appendix.md': appendix, 'picture.svg': picture }
  for (const [name, text] of Object.entries({ ...records, ...papers })) await writeFile(join(folder, name), text)
  return [
    ['import', 'county', join(folder, 'county.yaml')],
    ['import', 'bodies', join(folder, 'bodies.yaml')],
    ['import', 'meetings', join(folder, 'meeting.yaml')],
  ]
}
