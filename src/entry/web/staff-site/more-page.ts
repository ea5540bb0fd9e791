import type { StaffNavigation } from '#access/staff/staff-navigation.ts'
import type { StaffPage } from '#access/staff/staff-page.ts'
import { html } from '#platform/pages/html.ts'
import { link } from '#platform/pages/text.ts'
import { publicParts } from '../site-facts.ts'
import { morePath, staffParts } from './staff-parts.ts'

/** `/staff/more`: every part that this person may open, those first that do not stand at the top of each page; then the public site. */
export function morePage<App>(navigation: readonly StaffNavigation[]): StaffPage<App> {
  return {
    path: morePath,
    show: async ({ context, session }) => {
      const { inLine, more } = staffParts(navigation, session.actor, context.may)
      const parts = [...more, ...inLine]
      const own = parts.map(({ text, href, about }) => html`<li>${link(href, text)}<br>${about}</li>`)
      const body = html`${own.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${own}</ul>`}
<h2 class="govuk-heading-m">The public site</h2>
<ul class="govuk-list">${publicParts.map(({ text, href }) => html`<li>${link(href, text)}</li>`)}</ul>`
      return { kind: 'page', title: 'More', body }
    },
  }
}
