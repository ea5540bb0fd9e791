import type { BodyKind } from '../body.ts'

const without: Readonly<Partial<Record<BodyKind, string>>> = {
  council: 'Nobody sits at a meeting of the council for one of its members: the law gives a councillor no deputy there.',
  cabinet: 'Members of the executive have no substitutes (statutory guidance under the Local Government Act 2000: model constitution, article 7).',
}

/** Why no seat of such a body has a substitute; undefined where the body may have them. */
export function noSubstitutes(kind: BodyKind): string | undefined {
  return without[kind]
}
