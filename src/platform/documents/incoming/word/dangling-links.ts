import type { OfficePackage } from '../office-package.ts'
import { lostPicture, type Losses } from './losses.ts'

/** Inside a tag: text may hold the same words. */
const link = /\sr:(embed|link|id)="([^"]*)"(?=[^<>]*>)/g

/**
 * The parts without references to relationships that the file does not have, as some programs leave them behind: one of them would keep the whole document
 * from being read.
 */
export function withoutDanglingLinks({ parts, xml }: OfficePackage, losses: Losses): Map<string, Buffer> {
  const mended = new Map(parts)
  for (const [name, text] of xml) {
    const [, folder, file] = /^(word\/)((?:document|footnotes|endnotes|comments)\d*\.xml)$/.exec(name) ?? []
    if (folder === undefined || file === undefined) continue
    const known = new Set(Array.from((xml.get(`${folder}_rels/${file}.rels`) ?? '').matchAll(/\sId\s*=\s*["']([^"']*)["']/g), ([, id]) => id))
    const whole = text.replaceAll(link, (attribute, kind: string, id: string) => {
      if (known.has(id)) return attribute
      if (kind !== 'id') losses.add(lostPicture)
      return ''
    })
    if (whole !== parts.get(name)?.toString('utf8')) mended.set(name, Buffer.from(whole))
  }
  return mended
}
