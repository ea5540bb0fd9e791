import { html, type Html } from '../../html.ts'
import { breadcrumbs } from '../breadcrumbs.ts'
import { pagination } from '../pagination.ts'
import { serviceNavigation } from '../service-navigation.ts'
import { skipLink } from '../skip-link.ts'
import { part, parts, piece, shared, words, yes, type Given } from './fixture-options.ts'

/** From the options of the Nunjucks macros for ways round the site to ours. */
export const navigationAdapters: Readonly<Record<string, (given: Given) => Html>> = {
  breadcrumbs: (given) =>
    breadcrumbs({
      ...shared(given),
      items: parts(given, 'items').map((item) => ({ text: piece(item), href: words(item, 'href'), attributes: shared(item).attributes })),
      collapseOnMobile: yes(given, 'collapseOnMobile'),
      label: words(given, 'labelText'),
    }),
  pagination: (given) =>
    pagination({
      ...shared(given),
      previous: step(part(given, 'previous')),
      next: step(part(given, 'next')),
      items:
        given['items'] === undefined
          ? undefined
          : parts(given, 'items')
              .filter((item) => Object.keys(item).length > 0)
              .map(pageNumber),
      landmarkLabel: words(given, 'landmarkLabel'),
    }),
  'service-navigation': (given) => {
    const slots = part(given, 'slots') ?? {}
    const end = part(slots, 'end')
    return serviceNavigation({
      ...shared(given),
      navigation: parts(given, 'navigation').map((item) => ({
        text: piece(item),
        href: words(item, 'href'),
        current: item['current'] === true ? ('page' as const) : item['active'] === true ? ('section' as const) : undefined,
        attributes: shared(item).attributes,
      })),
      serviceName: words(given, 'serviceName'),
      serviceHref: words(given, 'serviceUrl'),
      label: words(given, 'ariaLabel'),
      navigationLabel: words(given, 'navigationLabel'),
      navigationId: words(given, 'navigationId'),
      navigationClasses: words(given, 'navigationClasses'),
      menuButtonText: words(given, 'menuButtonText'),
      menuButtonLabel: words(given, 'menuButtonLabel'),
      collapseOnMobile: yes(given, 'collapseNavigationOnMobile'),
      start: raw(slots, 'start'),
      end: end === undefined ? raw(slots, 'end') : raw(end, 'html'),
      isEndInline: end?.['align'] === 'inline',
      navigationStart: raw(slots, 'navigationStart'),
      navigationEnd: raw(slots, 'navigationEnd'),
    })
  },
  'skip-link': (given) => skipLink({ ...shared(given), text: piece(given), href: words(given, 'href') ?? '#content' }),
}

function raw(given: Given, name: string): Html | undefined {
  const text = words(given, name)
  return text === undefined ? undefined : html.raw(text)
}

function step(given: Given | undefined) {
  return given && { href: words(given, 'href') ?? '', text: piece(given), label: words(given, 'labelText'), attributes: shared(given).attributes }
}

function pageNumber(item: Given) {
  if (item['ellipsis'] === true) return { ellipsis: true as const }
  return {
    number: words(item, 'number') ?? '',
    href: words(item, 'href') ?? '',
    current: yes(item, 'current'),
    hiddenText: words(item, 'visuallyHiddenText'),
    attributes: shared(item).attributes,
  }
}
