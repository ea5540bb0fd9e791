import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Each wall, a file that breaks it on purpose, and the rule that must name it. */
const breaches: readonly { readonly rule: string; readonly file: string; readonly code: string }[] = [
  { rule: 'core-imports-only-core', file: 'src/core/breach.ts', code: "import { html } from '#platform/pages/html.ts'\nexport const x = html" },
  { rule: 'core-does-no-input-or-output', file: 'src/core/breach-io.ts', code: "import { readFileSync } from 'node:fs'\nexport const x = readFileSync" },
  { rule: 'platform-knows-no-council-word', file: 'src/platform/pages/breach.ts', code: "import { actorKey } from '#access/actor.ts'\nexport const x = actorKey" },
  { rule: 'platform-knows-no-council-word', file: 'src/platform/http/breach-type.ts', code: "import type { Actor } from '#access/actor.ts'\nexport type X = Actor" },
  { rule: 'access-stands-below-features', file: 'src/access/breach.ts', code: "import { bodiesApi } from '#features/bodies'\nexport const x = bodiesApi" },
  { rule: 'features-do-not-know-the-doors', file: 'src/features/rules/breach.ts', code: "import { may } from '#entry/roles.ts'\nexport const x = may" },
  { rule: 'features/bodies-imports-only-what-stands-before-it', file: 'src/features/bodies/breach.ts', code: "import { meetingsApi } from '#features/meetings'\nexport const x = meetingsApi" },
  { rule: 'a-feature-is-entered-by-its-front-door', file: 'src/features/meetings/breach.ts', code: "import { saveBodies } from '../bodies/store.ts'\nexport const x = saveBodies" },
  { rule: 'doors-enter-features-by-the-front-door', file: 'src/entry/breach.ts', code: "import { saveBodies } from '../features/bodies/store.ts'\nexport const x = saveBodies" },
  { rule: 'public-site-is-handed-its-pages', file: 'src/entry/web/public-site/breach.ts', code: "import { bodiesApi } from '#features/bodies'\nexport const x = bodiesApi" },
  { rule: 'public-site-cannot-reach-child-level-features', file: 'src/entry/web/public-site/breach-chain.ts', code: "import { x } from '../chain.ts'\nexport const y = x" },
  { rule: 'child-level-features-are-imported-by-no-feature', file: 'src/features/bodies/breach-child.ts', code: "import { child } from '#features/pathways'\nexport const x = child" },
  { rule: 'every-feature-has-its-place-in-the-order', file: 'src/entry/breach-order.ts', code: "import { child } from '#features/pathways'\nexport const x = child" },
  { rule: 'tests-stay-out-of-the-product', file: 'src/features/bodies/breach-test.ts', code: "export * from './quorum.test.ts'" },
  { rule: 'no-development-package-in-the-product', file: 'src/platform/pages/breach-dev.ts', code: "import axe from 'axe-core'\nexport const x = axe" },
  { rule: 'no-rings', file: 'src/core/ring-one.ts', code: "import { two } from './ring-two.ts'\nexport const one = () => two" },
]

/** Files that the breaches lean on. */
const props: Readonly<Record<string, string>> = {
  'src/core/ring-two.ts': "import { one } from './ring-one.ts'\nexport const two = () => one",
  'src/features/pathways/index.ts': 'export const child = 1',
  'src/entry/web/chain.ts': "import { child } from '#features/pathways'\nexport const x = child",
}

let folder = ''
let found: readonly { readonly rule: string; readonly from: string }[] = []

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-thread-walls-'))
  for (const part of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.js']) await cp(join(root, part), join(folder, part), { recursive: true })
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const files = { ...props, ...Object.fromEntries(breaches.map((breach) => [breach.file, breach.code])) }
  for (const [name, code] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), `${code}\n`)
  }
  found = await violations()
})

after(() => rm(folder, { recursive: true, force: true }))

async function violations(): Promise<{ rule: string; from: string }[]> {
  const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
  const json = await new Promise<string>((resolve) => {
    const args = [cruiser, 'src', '--config', '.dependency-cruiser.js', '--output-type', 'json']
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 256 * 1024 * 1024 }, (_, out) => resolve(out))
  })
  const answer = JSON.parse(json) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return answer.summary.violations.map((violation) => ({ rule: violation.rule.name, from: violation.from }))
}

for (const breach of breaches) {
  test(`the wall "${breach.rule}" is found broken by ${breach.file}`, () => {
    const named = found.filter((violation) => violation.rule === breach.rule).map((violation) => violation.from)
    const files = breach.rule === 'no-rings' ? [breach.file, 'src/core/ring-two.ts'] : [breach.file]
    assert.ok(named.some((from) => files.includes(from)), `expected ${breach.rule} to name ${breach.file}; it names ${named.join(', ') || 'nothing'}`)
  })
}

test('the walls stand where nobody broke them', () => {
  const own = new Set([...breaches.map((breach) => breach.file), ...Object.keys(props)])
  assert.deepEqual(found.filter((violation) => !own.has(violation.from) && violation.rule !== 'nothing-unresolved'), [])
})
