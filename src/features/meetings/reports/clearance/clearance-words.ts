import type { ClearanceKind } from '../../templates/body-template.ts'

const names: Readonly<Record<ClearanceKind, string>> = { legal: 'Legal', finance: 'Finance', equality: 'Equality' }

/** What a kind of clearance is called: "Legal". */
export function clearanceName(kind: ClearanceKind): string {
  return names[kind]
}
