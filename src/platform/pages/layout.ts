import type { Answer } from '#platform/http/answers.ts'
import type { AssetAddresses } from './assets.ts'
import { html, type Html, type Piece } from './html.ts'
import { breadcrumbs } from './components/breadcrumbs.ts'
import { classNames } from './components/markup.ts'
import { genericHeader } from './components/generic-header.ts'
import { phaseBanner } from './components/phase-banner.ts'
import { serviceNavigation } from './components/service-navigation.ts'
import { skipLink } from './components/skip-link.ts'
import { mark } from './mark.ts'
import { csrfInput, type CsrfToken } from './form.ts'

interface NavigationItem {
  readonly text: string
  readonly href: string
  /** Other addresses whose pages belong to this part. */
  readonly also?: readonly string[]
}

/** Who is signed in, or where to do so. */
type Account =
  | { readonly kind: 'signed-out'; readonly signIn: string }
  | { readonly kind: 'signed-in'; readonly name: string; readonly signOut: string; readonly token: CsrfToken }

/** What is the same on every page of a site. */
export interface Site {
  /** Stands in the header as the way home, and in the title of every window. */
  readonly name: string
  readonly navigation: readonly NavigationItem[]
  /** Another part of the site, reachable from here: the public one from the pages behind the sign-in, which have many parts of their own and so a menu on a phone. */
  readonly elsewhere?: NavigationItem | undefined
  readonly footer: readonly NavigationItem[]
  /** The line under the footer's links: under which licence the software is open. */
  readonly licence: Piece
  /** The address of the licence under which the council gives its record away, where it has said so. */
  readonly dataLicence?: string | undefined
  readonly assets: AssetAddresses
  /** Modules that enhance the pages of this site, beside the layout's own. */
  readonly scripts?: readonly string[] | undefined
  /** Says of the whole site what a visitor must not miss: that it shows an example. */
  readonly banner?: { readonly tag: string; readonly text: Piece } | undefined
  readonly account?: Account | undefined
}

type PageAnswer = Extract<Answer, { kind: 'page' }>

export interface PageContent extends Pick<PageAnswer, 'title' | 'body' | 'crumbs' | 'description' | 'alternates'> {
  /** The path of the address, by which the current part of the navigation is marked. */
  readonly path: string
  /** The page shows a form again because something in it is wrong: the title of the window says so first. */
  readonly hasFaults?: boolean | undefined
  /** What the page belongs to, the nearest first: the title of the window says it, where the heading alone is that of many pages. */
  readonly within?: readonly string[] | undefined
}

/** The whole document. The heading is written here, from the title; the body begins under it. */
export function page(site: Site, content: PageContent): Html {
  const { crumbs, title, body } = content
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
${head(site, content)}
<body class="govuk-template__body">
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(site, content.path)}
<div class="govuk-width-container">
${crumbs !== undefined && crumbs.length > 0 && breadcrumbs({ items: crumbs, collapseOnMobile: true })}
<main class="govuk-main-wrapper" id="main-content">
<h1 class="govuk-heading-xl gt-heading">${title}</h1>
${body}
</main>
</div>
${footer(site)}
</body>
</html>
`
}

function head(site: Site, content: PageContent): Html {
  const title = `${content.hasFaults === true ? 'Error: ' : ''}${[content.title, ...(content.within ?? []), site.name].join(' – ')}`
  return html`<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#12423e">
${content.description !== undefined && html`<meta name="description" content="${content.description}">`}
<link rel="stylesheet" href="${site.assets.style}">
<link rel="icon" href="${site.assets.icon}" type="image/svg+xml">
${content.alternates?.map(({ type, href, title }) => html`<link rel="alternate" type="${type}" href="${href}" title="${title}">`)}
<script type="module" src="${site.assets.script}"></script>
${site.scripts?.map((script) => html`<script type="module" src="${script}"></script>`)}
</head>`
}

function header(site: Site, path: string): Html {
  const here = currentPart(site.navigation, path)
  const navigation = site.navigation.map(({ also: _also, ...item }, index) => ({ ...item, current: site.navigation[index] === here ? (currency(item.href, path) ?? 'section') : undefined }))
  return html`<header class="gt-header">
${genericHeader({ classes: 'gt-header__brand', logo: html`${mark}<span>${site.name}</span>` })}
${serviceNavigation({
  classes: classNames('gt-navigation', site.elsewhere !== undefined && 'gt-navigation--menu'),
  navigation,
  navigationLabel: 'Main',
  label: 'Site',
  // A short list that wraps needs no menu button, and so does not jump when a script arrives.
  collapseOnMobile: site.elsewhere !== undefined,
  end: site.elsewhere === undefined ? account(site.account) : undefined,
  isEndInline: true,
})}
${site.elsewhere && elsewhere(site.elsewhere, site.account)}
${site.banner && phaseBanner({ classes: 'gt-banner', tag: { text: site.banner.tag }, text: site.banner.text })}
</header>`
}

/** Who is signed in, and the way to the other part, in a line of their own: the parts of this one fill theirs. */
function elsewhere({ text, href }: NavigationItem, who: Account | undefined): Html {
  return html`<div class="gt-elsewhere"><div class="govuk-width-container gt-elsewhere__inside">${account(who)}<a class="govuk-link" href="${href}">${text}</a></div></div>`
}

/** Of the parts that the page stands under, the nearest: a page of `/staff/meetings` is under that and not under `/staff`. */
function currentPart(navigation: readonly NavigationItem[], path: string): NavigationItem | undefined {
  const around = navigation.flatMap((item) => [item.href, ...(item.also ?? [])].filter((href) => currency(href, path) !== undefined).map((href) => ({ item, href })))
  return around.toSorted((one, other) => other.href.length - one.href.length)[0]?.item
}

function currency(href: string, path: string): 'page' | 'section' | undefined {
  if (path === href) return 'page'
  return href !== '/' && path.startsWith(`${href}/`) ? 'section' : undefined
}

function account(given: Account | undefined): Html | undefined {
  if (given === undefined) return undefined
  if (given.kind === 'signed-out') {
    return html`<div class="gt-account"><a class="gt-account__link" href="${given.signIn}">Sign in</a></div>`
  }
  return html`<form class="gt-account" method="post" action="${given.signOut}">${csrfInput(given.token)}
<span class="gt-account__name">Signed in as <bdi>${given.name}</bdi></span> <button class="gt-account__link" type="submit">Sign out</button></form>`
}

function footer(site: Site): Html {
  return html`<footer class="gt-footer"><div class="govuk-width-container">
<nav aria-label="About this site"><ul class="gt-footer__links">${site.footer.map(
    ({ href, text }) => html`<li><a class="gt-footer__link" href="${href}">${text}</a></li>`,
  )}</ul></nav>
<p class="gt-footer__licence">${site.licence}</p>
</div></footer>`
}
