import type { Brand } from '#core/brand.ts'

export type AccountId = Brand<string, 'AccountId'>
export type PersonId = Brand<string, 'PersonId'>

/** What a person is to the council; one person may hold several. `entry/roles.ts` says what each may do. */
export const roles = [
  'officer',
  'chair',
  'councillor',
  'coopted',
  'director',
  'analyst',
  'finance',
  'partnership',
  'manager',
  'practitioner',
  'auditor',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Somebody with an account. */
export interface PersonActor {
  readonly kind: 'person'
  readonly account: AccountId
  readonly person: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** Who is asking. */
export type Actor =
  | PersonActor
  /** Whoever may run commands on the server itself (the command line, a job). */
  | { readonly kind: 'operator'; readonly name: string }
  /** Nobody has signed in. */
  | { readonly kind: 'public' }

/** The actor as the audit and the database session write it: `person:…`, `operator:…`, `public`. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.person}`
    case 'operator':
      return `operator:${actor.name}`
    case 'public':
      return 'public'
  }
}
