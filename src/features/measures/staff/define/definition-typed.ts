import { numberInFile } from '#core/number-in-file.ts'
import { postedForm, type PostedForm } from '#access/staff/posted-form.ts'
import { addressWord } from '../../definitions/address-word.ts'
import type { Definition } from '../../definitions/definition.ts'
import { usualInterval } from '../../definitions/usual-interval.ts'

/** What was typed of a definition, or what stands of it. */
export type DefinitionTyped = Pick<PostedForm, 'text' | 'all' | 'has'>

/** What names in a form may stand for. */
export interface NamesInUse {
  /** Each measure's word by its name in small letters. */
  readonly measures: ReadonlyMap<string, string>
  /** Each plan's word by its name in small letters. */
  readonly strategies: ReadonlyMap<string, string>
}

/** The form before anything is typed. Which interval is usual follows from the unit, and is known once that is chosen. */
export const untouched: PostedForm = postedForm([['counting', 'period'], ['interval', 'usual'], ['neighbours', 'mean'], ['policy', 'one-to-five'], ['screen', 'yes']])

/** A definition as it stands in the form. */
export function typedOf(definition: Definition): PostedForm {
  const { range, lag, chart, source, breakdowns, strategies, comparators, bodies, themes, sumOf } = definition
  const texts = (['slug', 'name', 'definition', 'why', 'numerator', 'denominator', 'unit', 'per', 'counted', 'decimals', 'frequency', 'counting', 'polarity', 'neighbours', 'interval', 'steward', 'owner', 'policy', 'exempt'] as const).map(
    (name) => [name, String(definition[name] ?? '')] as const,
  )
  return postedForm([
    ...texts,
    ['lowest', String(range?.lowest ?? '')], ['highest', String(range?.highest ?? '')], ['first-period', definition.firstPeriod ?? ''], ['lag', String(lag.days)], ['baseline', String(chart.baseline ?? '')],
    ['source-name', source.name], ['source-address', source.address ?? ''],
    ['breakdowns', breakdowns.map(({ name, values }) => `${name}: ${values.join(', ')}`).join('\n')],
    ['strategies', strategies.map(({ name, part }) => (part === undefined ? name : `${name} | ${part}`)).join('\n')],
    ['themes', themes.join('\n')], ['sum-of', sumOf.join('\n')],
    ...comparators.map((one) => ['comparators', one] as const),
    ...bodies.map((one) => ['bodies', one] as const),
    ...(chart.screen ? [['screen', 'yes'] as const] : []),
    ...(chart.beyondCounts ? [['beyond-counts', 'yes'] as const] : []),
  ])
}

/** What was typed in the form of one version, beside a version that somebody else has added meanwhile: what was left as it stood takes over theirs, and every word that was typed stays. */
export function besideOthers(typed: PostedForm, seen: Definition, last: Definition): PostedForm {
  const [before, now] = [typedOf(seen), typedOf(last)]
  const said = (form: PostedForm, name: string) => form.all(name).map((value) => value.replaceAll('\r\n', '\n').trim()).join('\u001F')
  const names = [...new Set([...typed.names(), ...now.names()])]
  return postedForm(names.flatMap((name) => (said(typed, name) === said(before, name) ? now : typed).all(name).map((value) => [name, value] as const)))
}

/** What was typed as the schema of definitions reads it; what is none of its kind is left for the schema to refuse. */
export function givenFrom(typed: DefinitionTyped, inUse: NamesInUse): Readonly<Record<string, unknown>> {
  const { text } = typed
  const optional = (key: string, value: unknown) => (value === '' || value === undefined ? {} : { [key]: value })
  const range = { ...optional('lowest', number(text('lowest'))), ...optional('highest', number(text('highest'))) }
  return {
    name: text('name'), definition: text('definition'), why: text('why'),
    ...optional('numerator', text('numerator')), ...optional('denominator', text('denominator')), ...optional('counted', text('counted')), ...optional('per', number(text('per'))),
    unit: text('unit'), decimals: number(text('decimals')), frequency: text('frequency'), counting: text('counting'), lag: { days: number(text('lag')) },
    ...(Object.keys(range).length === 0 ? {} : { range }), ...optional('firstPeriod', text('first-period')), breakdowns: linesOf(text('breakdowns')).map(breakdownOf),
    polarity: text('polarity'), comparators: typed.all('comparators'), neighbours: text('neighbours'), interval: text('interval') === 'usual' ? usualInterval(text('unit'), text('denominator')) : text('interval'),
    chart: { ...optional('baseline', number(text('baseline'))), screen: typed.has('screen'), beyondCounts: typed.has('beyond-counts') },
    source: { name: text('source-name'), ...optional('address', text('source-address')) }, steward: text('steward'), owner: text('owner'),
    bodies: typed.all('bodies'), themes: linesOf(text('themes')).map(addressWord), strategies: linesOf(text('strategies')).map((line) => strategyOf(line, inUse)),
    sumOf: linesOf(text('sum-of')).map((line) => inUse.measures.get(line.toLowerCase()) ?? line), policy: text('policy'), ...optional('exempt', text('exempt')),
  }
}

/** The address word of a new measure: as it was typed, or else from the name. */
export function wordFrom({ text }: DefinitionTyped): string {
  return text('slug') === '' ? addressWord(text('name')) : text('slug')
}

/** What is typed line by line, empty lines left out. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '')
}

/** `Phase: Primary, Secondary` */
function breakdownOf(line: string): unknown {
  const [name = '', ...values] = line.split(':')
  return { name: addressWord(name), values: values.join(':').split(',').map(addressWord).filter((value) => value !== '') }
}

/** `Children’s plan | Priority 2`; a plan that is in use keeps its word. */
function strategyOf(line: string, { strategies }: NamesInUse): unknown {
  const [name = '', ...parts] = line.split(' | ').map((part) => part.trim())
  const part = parts.join(' | ')
  return { slug: strategies.get(name.toLowerCase()) ?? addressWord(name), name, ...(part === '' ? {} : { part }) }
}

/** Undefined where nothing was typed; what is no number is refused as such. */
function number(typed: string): number | undefined {
  if (typed === '') return undefined
  const read = numberInFile(typed)
  return 'value' in read ? read.value : Number.NaN
}
