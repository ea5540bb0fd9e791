import { beyond, type FunnelChart, type FunnelPoint } from './funnel.ts'

/** The drawing in words, for readers who do not see it. */
export function funnelInWords(chart: FunnelChart): string {
  const { description, points, mean, format, formatOf, ofName } = chart
  const own = points.filter(({ isOwn }) => isOwn).map((point) => `${point.name} ${format(point.value)} of ${formatOf(point.of)}, ${whereabouts(point, chart)}.`)
  const outside = points.filter((point) => beyond(point, chart, '998')).map(({ name, value }) => `${name} ${format(value)}`)
  const all = `A funnel of ${points.length} places by ${ofName.toLowerCase()}. ${mean.name} ${format(mean.value)}.`
  const said = [description, all, ...own, outside.length === 0 ? 'None is outside the 99.8 % limits.' : `Outside the 99.8 % limits: ${outside.join('; ')}.`]
  return said.filter((sentence) => sentence !== undefined).join(' ')
}

function whereabouts(point: FunnelPoint, chart: FunnelChart): string {
  if (beyond(point, chart, '998')) return 'outside the 99.8 % limits'
  return beyond(point, chart, '95') ? 'between the 95 % and the 99.8 % limits' : 'within the 95 % limits'
}
