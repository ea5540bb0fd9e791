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

/** A post: a person of this county is called just as hostile, and a post is never a person. */
const post = titled('Head of')

const measure = `slug: hostile
name: ${titled('Measure')}
definition: ${quoted}
why: ${quoted}
numerator: ${quoted}
denominator: ${quoted}
unit: percent
decimals: 1
polarity: higher
frequency: quarter
counting: period
comparators: [england]
targets: [{ from: 2025-26-q1, value: 80, whose: council, set-by: ${post} }]
breaks: [{ period: 2025-26-q3, reason: ${quoted} }]
breakdowns: [{ name: phase, values: [primary, secondary] }]
source: { name: ${quoted} }
steward: ${post}
owner: ${post}
lag: { days: 30 }
bodies: [child]
themes: [education]
strategies: [{ slug: plan, name: ${quoted}, part: ${quoted} }]
`

const cell = `"${hostileText.replaceAll('"', '""')}"`

const areas = `code,name,region,own\nE10000034,${cell},E12000005,yes\n`

const figures = ['2025-26-q1', '2025-26-q2', '2025-26-q3', '2025-26-q4'].flatMap((period, place) => [
  `hostile,${period},E10000034,,${50 + place},100,,final,${cell}`,
  `hostile,${period},E92000001,,,,70,final,${cell}`,
  `hostile,${period},E10000034,phase=primary,${20 + place},50,,final,${cell}`,
])
const observations = `measure,period,area,breakdown,numerator,denominator,value,status,note\n${figures.join('\n')}\n`

const commentary = `measure: hostile
period: 2025-26-q4
happened: ${quoted}
why: ${quoted}
doing: [{ what: ${quoted}, by-whom: ${post}, by-when: ${quoted} }]
back-on-track: ${quoted}
signed: { by: ${post}, on: 2026-04-20 }
`

/** The titles of a release are short. */
const short = JSON.stringify(hostileText.slice(0, 90))

const release = `body: child
period: 2025-26-q4
title: ${short}
headings: [{ heading: ${short}, measures: [hostile] }]
rankings: [{ measure: hostile, by: phase, top: 3, title: ${quoted} }]
approved: { by: ${post}, on: 2026-04-28 }
published: 2026-05-01T09:00
reasons: [{ warning: definition-changed, reason: ${quoted} }]
`

/** As hostile as the import takes; one that holds a script is refused there. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" data-load="window.harmed=1">
<title>&lt;script>window.harmed=1&lt;/script></title><rect width="40" height="40"/>
</svg>
`

/** Writes import files in which every text is hostile; answers the lines of commands that load them, in their order. */
export async function writeHostileCounty(folder: string): Promise<readonly (readonly string[])[]> {
  await mkdir(folder, { recursive: true })
  const records = { 'county.yaml': county, 'bodies.yaml': bodies, 'meeting.yaml': meeting, 'measure.yaml': measure, 'commentary.yaml': commentary, 'release.yaml': release }
  const tables = { 'areas.csv': areas, 'observations.csv': observations }
  const papers = { 'report.md': report, 'appendix.md': appendix, 'picture.svg': picture }
  for (const [name, text] of Object.entries({ ...records, ...tables, ...papers })) await writeFile(join(folder, name), text)
  return [
    ['import', 'county', join(folder, 'county.yaml')],
    ['import', 'bodies', join(folder, 'bodies.yaml')],
    ['import', 'meetings', join(folder, 'meeting.yaml')],
    ['import', 'measures', join(folder, 'measure.yaml')],
    ['import', 'areas', join(folder, 'areas.csv')],
    ['import', 'observations', join(folder, 'observations.csv')],
    ['import', 'commentaries', join(folder, 'commentary.yaml')],
    ['import', 'releases', join(folder, 'release.yaml')],
  ]
}
