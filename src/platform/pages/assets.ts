import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'

/** A file that every browser may keep for good: its address changes with its content. */
export interface Asset {
  readonly path: string
  readonly contentType: string
  readonly body: Uint8Array
}

/** Where the layout finds what it links to. */
export interface AssetAddresses {
  readonly style: string
  readonly script: string
  readonly icon: string
}

export interface Assets {
  readonly files: readonly Asset[]
  readonly addresses: AssetAddresses
  /** Where the scripts that features bring are served, in their order. */
  readonly scripts: readonly string[]
}

interface NamedFile {
  readonly name: string
  readonly contentType: string
  readonly body: Uint8Array
}

const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'
const fontFamily = 'Atkinson Hyperlegible Next'
const fontFiles = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map((face) => `atkinson-hyperlegible-next-${face}-normal.woff2`)

/**
 * Reads everything that pages link to, once, when the server starts. All stand under one folder named for what they hold
 * together, so that they can name each other by relative addresses. `featureStyles` are the style sheets that features bring,
 * `featureScripts` their modules, each under its own file name.
 */
export async function readAssets(featureStyles: readonly URL[] = [], featureScripts: readonly URL[] = []): Promise<Assets> {
  const files = await Promise.all([
    style(featureStyles),
    ours('golden-thread.js', script),
    ours('icon.svg', 'image/svg+xml'),
    packaged('govuk-frontend.min.js', 'govuk-frontend/dist/govuk/govuk-frontend.min.js', script),
    ...fontFiles.map((name) => packaged(name, `@fontsource/atkinson-hyperlegible-next/files/${name}`, 'font/woff2')),
    ...featureScripts.map(featureScript),
  ])
  const twice = files.find(({ name }, place) => files.findIndex((other) => other.name === name) !== place)
  if (twice !== undefined) throw new Error(`Two assets are called ${twice.name}`)
  const folder = createHash('sha256')
  for (const file of files) folder.update(file.name).update(file.body)
  const base = `/assets/${folder.digest('hex').slice(0, 16)}`
  return {
    files: files.map(({ name, contentType, body }) => ({ path: `${base}/${name}`, contentType, body })),
    addresses: {
      style: `${base}/golden-thread.css`,
      script: `${base}/golden-thread.js`,
      icon: `${base}/icon.svg`,
    },
    scripts: featureScripts.map((file) => `${base}/${basename(file.pathname)}`),
  }
}

/** One style sheet: the components' styles, then ours in the order of their names, then the features'. */
async function style(featureStyles: readonly URL[]): Promise<NamedFile> {
  const folder = new URL('assets/styles/', import.meta.url)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).toSorted()
  const texts = [await govukStyle(), ...(await Promise.all([...names.map((name) => new URL(name, folder)), ...featureStyles].map((file) => readFile(file, 'utf8'))))]
  return { name: 'golden-thread.css', contentType: css, body: Buffer.from(texts.join('\n')) }
}

/**
 * The components' styles without the typeface that only GOV.UK may use: its faces are taken out, and wherever its name
 * stood stands the name of ours.
 */
async function govukStyle(): Promise<string> {
  const { body } = await packaged('', 'govuk-frontend/dist/govuk/govuk-frontend.min.css', css)
  return Buffer.from(body)
    .toString('utf8')
    .replaceAll(/(\/\*![^*]*exclusive use on gov\.uk[^*]*\*\/)?@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport', `"${fontFamily}",system-ui`)
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
}

async function ours(name: string, contentType: string): Promise<NamedFile> {
  return { name, contentType, body: await readFile(new URL(`assets/${name}`, import.meta.url)) }
}

async function featureScript(file: URL): Promise<NamedFile> {
  return { name: basename(file.pathname), contentType: script, body: await readFile(file) }
}

async function packaged(name: string, specifier: string, contentType: string): Promise<NamedFile> {
  return { name, contentType, body: await readFile(new URL(import.meta.resolve(specifier))) }
}
