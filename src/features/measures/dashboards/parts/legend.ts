import { details } from '#platform/pages/components/details.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { lowered } from '../../glance/how-it-went.ts'
import { allIcons } from '../../glance/icons-of.ts'
import { ragTag } from '../../glance/rag-tag.ts'
import type { Release } from '../../releases/release.ts'
import { shorthand } from '../../sheets/shown.ts'
import { wrongWayWords } from '../view/worst-first.ts'

/** What the signs mean and how the judgements come about, in plain words. */
export function legend({ policy }: Pick<Release, 'policy'>): Html {
  return html`<h2 class="govuk-heading-m" id="how-to-read">How to read this</h2>
${details({ summary: 'Signs and shorthand', content: html`${colourKey()}${iconKey()}${shorthandKey()}` })}
${details({ summary: 'How the figures are judged, and what is hidden', content: methods(policy) })}`
}

function colourKey(): Html {
  const rows = [
    [ragTag('red'), 'The target is missed and nothing improves; or there is no target, and the figure is concerning over time and worse than others.'],
    [ragTag('amber'), 'Something speaks against it: the target, the time or the others; or chance alone may decide whether the target is met.'],
    [ragTag('green'), 'Something speaks for it, and nothing against it.'],
  ] as const
  return html`<dl class="gt-key">${rows.map(([sign, words]) => html`<div><dt>${sign}</dt><dd>${words}</dd></div>`)}</dl>`
}

function iconKey(): Html {
  return html`<ul class="govuk-list gt-key__icons">${allIcons().map((icon) => html`<li>${icon}</li>`)}</ul>
<p class="govuk-body">The small drawing shows the last figures in order of time: the pale band is where chance alone would leave them, the thin line in it is their mean, the broken line is the target, and a hollow point is provisional. Its scale does not begin at nought.</p>`
}

function shorthandKey(): Html {
  return html`<dl class="gt-key">${shorthand.map(({ code, meaning }) => html`<div><dt>[${code}]</dt><dd>${meaning}</dd></div>`)}</dl>`
}

function methods(policy: string): Html {
  return html`<ul class="govuk-list govuk-list--bullet">
<li><strong>Against its target:</strong> met or missed only where the whole 95% interval lies on that side of it. Where there is no interval, the figure is compared as it stands.</li>
<li><strong>Over time:</strong> a figure moves by chance. Only a point beyond its limits, seven in a row on one side of the mean, seven in a row that rise or fall, or two of three near a limit are called a change. It takes 13 figures to say so.</li>
<li><strong>Beside others:</strong> similar where the other’s figure lies within our 95% interval, and else better or worse. Where our figure has no interval, chance cannot be told from a difference: that it is higher or lower is said, and not judged. Each says of which year it is; neighbours are the councils most like ours.</li>
<li><strong>In which order:</strong> red first, then amber: what a rule finds worse than its target, than before or than others, and then what chance alone may decide; of equals what misses its target by most. What no rule can judge comes after these.</li>
<li><strong>Where no rule can judge, which went the wrong way:</strong> ${lowered(wrongWayWords)}</li>
<li><strong>For context:</strong> of some measures neither way is better. They are never coloured.</li>
<li><strong>Hidden:</strong> small numbers of children are hidden, and so is whatever they could be worked out from. The rule is ${policy}.</li></ul>`
}
