import type { TouchedItem } from '#features/interests'
import { insetText } from '#platform/pages/components/inset-text.ts'
import { html, type Html } from '#platform/pages/html.ts'
import { link, userText } from '#platform/pages/text.ts'

/** A reminder for the reader alone: which items mention what they have registered, by which words; nothing where none does. It never says what follows. */
export function promptHtml(touched: readonly TouchedItem[], at = ''): Html | undefined {
  if (touched.length === 0) return undefined
  const byItem = [...Map.groupBy(touched, ({ item }) => item.number)].toSorted(([one], [other]) => one - other)
  return insetText({
    id: 'own-interests',
    text: html`<h2 class="govuk-heading-s">For you alone: your interests</h2>
<ul class="govuk-list govuk-list--bullet">${byItem.map(([number, found]) => html`<li>${link(`${at}#item-${number}`, html`Item ${number}, ${userText(found[0]?.item.title ?? '')}`)} ${mentioned(found)}</li>`)}</ul>
<p class="govuk-body">Consider whether to declare an interest. The monitoring officer can advise you; only you see this.</p>`,
  })
}

function mentioned(found: readonly TouchedItem[]): Html {
  return html`<ul class="govuk-list">${found.map(
    ({ interest, mentions }) => html`<li>mentions ${mentions.map(({ found: words, where }, place) => html`${place > 0 && ' and '}“${userText(words)}” (in ${where})`)}. You ${interest.isRegistered ? 'registered' : 'told'}: ${link(`/staff/my-interests/${interest.id}`, userText(interest.words))}${interest.of === 'partner' && ', of your spouse or partner'}.${interest.isSensitive && ' Its details are withheld: at the meeting you need only say that there is an interest.'}</li>`,
  )}</ul>`
}
