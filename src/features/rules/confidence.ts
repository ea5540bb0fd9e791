import type { Area, Confidence } from './rule.ts'

/** The label that the product puts beside a rule: how far it has been checked. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  statute: 'read in the statute or judgment',
  guidance: 'taken from guidance; the council confirms it',
  local: 'a local setting',
  product: 'a rule of this product itself',
}

/** The label where it stands alone: "Taken from guidance; the council confirms it". */
export function confidenceLabel(confidence: Confidence): string {
  const words = confidenceWords[confidence]
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Who in the council confirms a limit that was taken from guidance. */
function whoConfirms(area: Area): string {
  switch (area) {
    case 'meetings':
    case 'decisions':
    case 'interests':
    case 'accounts':
      return 'monitoring officer'
    case 'protection':
    case 'looked-after':
    case 'education-health-care':
    case 'learning':
    case 'records':
      return 'director of children’s services'
  }
}

/** What "taken from guidance" means, for the page of one such rule. */
export function guidanceMeaning(area: Area): string {
  return [
    'This limit comes from national guidance, or from what councils and partnerships publish.',
    `The council’s ${whoConfirms(area)} confirms that it is right, and the council can set its own.`,
  ].join(' ')
}
