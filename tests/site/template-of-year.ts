import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { goldenThread } from './product.ts'
import { panel } from './year-of-panel.ts'

const standing = [
  '{ title: Apologies and Welcome, standing: apologies, place: opening, minutes: 1 }',
  '{ title: Declaration of Interest and of any Party Whip, standing: interests, place: opening, minutes: 1 }',
  '{ title: Public Participation, standing: public-participation, place: opening, minutes: 2 }',
  '{ title: Confirmation of the Minutes of the Previous Meeting, standing: minutes, place: opening, minutes: 1 }',
]

/** The panel's agendas have their standing items, and nobody has to clear its reports. */
export async function withoutClearances(folder: string): Promise<void> {
  const file = join(folder, 'template.yaml')
  await writeFile(file, [`body: ${panel}`, 'frame: panel', 'standing-items:', ...standing.map((one) => `  - ${one}`), 'days: { draft: 10, clearance: 5, despatch: 1 }', ''].join('\n'))
  const loaded = await goldenThread(['import', 'templates', file], { DATA_DIR: folder })
  assert.equal(loaded.code, 0, loaded.err)
}
