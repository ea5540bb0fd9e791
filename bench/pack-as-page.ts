import type { PackPaper } from '../src/features/meetings/testing.ts'
import { blocksToHtml } from '#platform/documents/blocks-to-html.ts'
import type { FileReference } from '#platform/documents/blocks.ts'
import { readFonts } from '#platform/documents/typst/fonts.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { blocksOf, type LongPack } from './long-pack.ts'

/** The same pack as one page for a browser to print: title, agenda, papers, in the typeface and the sizes of the pack. */
export function packAsPage({ content, pictures }: LongPack): string {
  const fileAddress = ({ checksum, mediaType }: FileReference): string => dataAddress(mediaType, pictures.get(checksum) ?? new Uint8Array())
  const papers = content.items.flatMap((item) => (item.papers.state === 'open' ? item.papers.papers.map((paper) => ({ item, paper })) : []))
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${content.body}</title>
        <style>
          ${html.raw(style())}
        </style>
      </head>
      <body>
        <h1>${content.body}</h1>
        <p>${content.council}</p>
        <p>${content.alternativeFormats}</p>
        <h2>Agenda</h2>
        <table>
          <tr><th scope="col">Item</th><th scope="col">Subject</th></tr>
          ${content.items.map((item) => html`<tr><th scope="row">${item.number}</th><td>${item.title}</td></tr>`)}
        </table>
        ${papers.map(({ item, paper }) => section(`Item ${item.number}: ${item.title}`, paper, fileAddress))}
      </body>
    </html>`.toString()
}

function section(title: string, paper: PackPaper, fileAddress: (file: FileReference) => string): Html {
  return html`<section>
    <h2>${title}</h2>
    ${blocksToHtml(blocksOf(paper), { headingLevel: 3, fileAddress, idPrefix: `${paper.id}-` })}
  </section>`
}

function style(): string {
  const faces = readFonts().map(
    (font, index) =>
      `@font-face { font-family: pack; src: url(${dataAddress('font/ttf', font)}); font-weight: ${index < 2 ? 400 : 700}; font-style: ${index % 2 === 0 ? 'normal' : 'italic'} }`,
  )
  return `${faces.join('\n')}
    body { font: 12pt/1.35 pack, sans-serif; margin: 0 }
    section { break-before: page }
    h2, h3, h4, caption, figcaption { break-after: avoid }
    img { max-width: 100% }
    table { width: 100%; border-collapse: collapse; font-size: 10pt }
    th, td { text-align: left; vertical-align: top; padding: 5pt; border-bottom: 0.5pt solid #c5d1ce }`
}

function dataAddress(mediaType: string, bytes: Uint8Array): string {
  return `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`
}
