/**
 * How an element and what is in it are drawn, the colour of its words left aside: that alone shows nobody where they are. A box to be ticked is drawn by
 * its label.
 */
const drawn = `((at) => {
  const parts = [at, ...at.querySelectorAll('*')].slice(0, 6).map((one) => [one])
  for (const label of at.type === 'checkbox' || at.type === 'radio' ? at.labels : []) parts.push([label], [label, '::before'])
  return parts.map(([one, after]) => {
    const style = getComputedStyle(one, after)
    const isDrawn = (name) => style[name + 'Style'] !== 'none' && parseFloat(style[name + 'Width']) > 0
    const lines = ['outline', 'borderTop', 'borderBottom'].map((name) => isDrawn(name) && style[name + 'Width'] + style[name + 'Color'])
    const stroke = style.stroke !== 'none' && style.stroke + style.strokeWidth
    return [...lines, stroke, style.boxShadow, style.backgroundColor, style.textDecorationThickness].join()
  }).join()
})`

/** Keeps how the element that has the focus looks now. The button within the browser's own field for a day marks itself, and then the field is not drawn as having it. */
export const rememberFocus = `(() => {
  const at = document.activeElement
  if (at.matches(':focus')) window.leftBehind = { at, drawn: ${drawn}(at) }
})()`

/** The words of the element that had the focus before, where it looks now just as it looked then; else null. */
export const leftBehind = `(() => {
  const before = window.leftBehind
  if (before === undefined || before.at === document.activeElement || ${drawn}(before.at) !== before.drawn) return null
  return (before.at.textContent || before.at.name || before.at.tagName).trim().replace(/\\s+/g, ' ').slice(0, 90)
})()`
