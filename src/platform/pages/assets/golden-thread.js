// Pages work without this; with it, a password can be shown, a double press is ignored, messages take the focus and a box that
// has nothing to scroll is no stop for the keyboard.
import { initAll } from './govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

const boxes = document.querySelectorAll('.gt-table-region, .gt-map')

function stopOnlyWhereItScrolls(box) {
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  // A box that has the focus keeps it: taking the stop away would lose the reader's place.
  else if (box !== document.activeElement) box.removeAttribute('tabindex')
}

// At once, before the first press of a key; what a long page has not laid out yet is looked at when it comes near.
const isLaidOut = (box) => box.checkVisibility?.({ contentVisibilityAuto: true }) ?? true
for (const box of boxes) if (isLaidOut(box)) stopOnlyWhereItScrolls(box)
// A screen that is turned changes the box; a typeface that arrives late changes what is in it.
const sizes = new ResizeObserver((changes) => {
  for (const box of new Set(changes.map(({ target }) => target.closest('.gt-table-region, .gt-map')))) stopOnlyWhereItScrolls(box)
})
for (const box of boxes) {
  sizes.observe(box)
  if (box.firstElementChild) sizes.observe(box.firstElementChild)
}
