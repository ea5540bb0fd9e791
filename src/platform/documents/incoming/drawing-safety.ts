import sax, { type SaxAttribute, type SaxTag } from 'sax'
import { DrawingUses } from './drawing-uses.ts'
import { pictureDamage } from './picture-damage.ts'

const forbiddenElements = /^(?:script|foreignObject|iframe|embed|object|audio|video|handler|listener|set|animate\w*)$/i

/** They can be made to take any time: a blur over the whole drawing, one upon another. */
const filters = /^(?:filter|fe[A-Z]\w*)$/i

const deepest = 50
const mostElements = 20_000

// Pictures stand in attributes; the length of the whole drawing is limited before it is read.
sax.MAX_BUFFER_LENGTH = Infinity

const notWellFormed = 'It is damaged: it is not well-formed XML'

class Danger extends Error {}

/**
 * Why an SVG drawing may not be used, as a sentence without its end, or undefined where it may. It is well-formed XML without entities of its own; it holds no
 * script, no other document, no filter, nothing that moves or repeats itself without end, and fetches nothing. What is allowed is listed rather than what is
 * not: a link leads to a part of the drawing itself, or a picture inside it.
 */
export function dangerIn(svg: string): string | undefined {
  if (/<!DOCTYPE[^>]*\[|<!ENTITY/i.test(svg)) return 'It defines entities, which a drawing may not'
  try {
    readDrawing(svg)
    return undefined
  } catch (error) {
    return error instanceof Danger ? error.message : notWellFormed
  }
}

function readDrawing(svg: string): void {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true })
  const uses = new DrawingUses()
  const open: string[] = []
  let elements = 0
  let style = ''
  const readText = (text: string): void => {
    if (open.at(-1) === 'style') style += text
  }
  parser.onerror = (error) => {
    throw error
  }
  parser.onprocessinginstruction = ({ name }) => refuseIf(name.toLowerCase() !== 'xml', 'It fetches a style sheet or gives orders to a program, which a drawing may not')
  parser.ontext = readText
  parser.oncdata = readText
  parser.onopentag = (tag) => {
    const local = localName(tag)
    refuseIf(elements > 0 && open.length === 0, notWellFormed)
    open.push(local.toLowerCase())
    elements += 1
    refuseIf(open.length > deepest, `It is nested more than ${deepest} deep`)
    refuseIf(elements > mostElements, `It has more than ${mostElements.toLocaleString('en-GB')} parts`)
    checkElement(tag, local)
    uses.opened(attributeOf(tag, 'id'), local.toLowerCase() === 'use' ? attributeOf(tag, 'href')?.replace(/^#/, '') : undefined)
    refuseIf(uses.areTooMany, 'It repeats its parts too often')
  }
  parser.onclosetag = () => {
    if (open.pop() === 'style') refuseIf(isUnsafeStyle(style), 'Its style sheet fetches something or sets a filter, which a drawing may not')
    uses.closed()
  }
  parser.write(svg.replace(/^\uFEFF/, '')).close()
  refuseIf(uses.areTooCostly(), 'It repeats its parts too often, or without end')
}

function refuseIf(isDanger: boolean, words: string): void {
  if (isDanger) throw new Danger(words)
}

function localName({ name }: { readonly name: string }): string {
  return name.slice(name.indexOf(':') + 1)
}

/** By its name without the prefix, as `href` and `xlink:href` mean the same. */
function attributeOf(tag: SaxTag, named: string): string | undefined {
  return Object.values(tag.attributes).find((attribute) => localName(attribute).toLowerCase() === named)?.value.trim()
}

function checkElement(tag: SaxTag, local: string): void {
  refuseIf(forbiddenElements.test(local), `It holds "${local.slice(0, 20)}", which a drawing may not`)
  refuseIf(filters.test(local), `It has a filter, such as a blur or a shadow ("${local.slice(0, 20)}"), which a drawing may not`)
  for (const attribute of Object.values(tag.attributes)) checkAttribute(attribute)
}

function checkAttribute(attribute: SaxAttribute): void {
  const local = localName(attribute).toLowerCase()
  const value = attribute.value.trim()
  refuseIf(local.startsWith('on'), `It holds a script ("${local.slice(0, 20)}"), which a drawing may not`)
  if (local === 'href' || local === 'src') checkLink(value)
  else refuseIf(!attribute.name.startsWith('xmlns') && isUnsafeStyle(value), 'It fetches something from outside itself, or sets a filter, which a drawing may not')
  refuseIf(local === 'filter' && value !== 'none', 'It has a filter, such as a blur or a shadow, which a drawing may not')
}

function checkLink(value: string): void {
  const [, kind, data] = /^data:image\/(png|jpeg);base64,(.*)$/is.exec(value) ?? []
  refuseIf(!/^(?:#|$)/.test(value) && kind === undefined, 'It links to something outside itself, which a drawing may not')
  if (kind === undefined || data === undefined) return
  const damage = pictureDamage(kind.toLowerCase() === 'png' ? 'png' : 'jpeg', Buffer.from(data, 'base64'))
  refuseIf(damage !== undefined, 'A picture inside it is damaged or too large')
}

/** Styles may refer to parts of the drawing. A backslash could hide a word, so it has no place in them. */
function isUnsafeStyle(style: string): boolean {
  const words = style.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
  if (/@import|expression\s*\(|javascript:/i.test(style) || /(?:^|[-;{\s])filter\s*:(?!\s*none)/i.test(words)) return true
  return /url\s*\((?!\s*(?:["']|&quot;|&apos;)?\s*#)/i.test(style) || (/[\\]/.test(style) && style.includes('('))
}
