import { createHash } from 'node:crypto'

/** Below which the OParl of this site is. */
export const oparlRoot = '/oparl/v1.1'

export type OparlKind = 'System' | 'Body' | 'LegislativeTerm' | 'Organization' | 'Person' | 'Membership' | 'Meeting' | 'AgendaItem' | 'Paper' | 'Consultation' | 'File' | 'Location'

/** An object of OParl 1.1 as JSON; its id is the address at which it is answered. */
export interface OparlObject {
  readonly id: string
  readonly type: string
  readonly [field: string]: unknown
}

/** The names of types are addresses of the standard. */
export function typeOf(kind: OparlKind): string {
  return `https://schema.oparl.org/1.1/${kind}`
}

interface OfMeeting {
  readonly body: string
  readonly date: string
}

/** The addresses of all objects and lists on a site. */
export class OparlAddresses {
  readonly origin: string
  readonly #root: string

  constructor(origin: string) {
    this.origin = origin
    this.#root = `${origin}${oparlRoot}`
  }

  /** `system`, `body`, or a list: `meetings`, `agenda-items`. */
  at(path: string): string {
    return `${this.#root}/${path}`
  }

  organization(slug: string): string {
    return this.at(`organizations/${slug}`)
  }

  meeting({ body, date }: OfMeeting): string {
    return this.at(`meetings/${body}/${date}`)
  }

  agendaItem({ body, date }: OfMeeting, number: number): string {
    return this.at(`agenda-items/${body}/${date}/${number}`)
  }

  paper({ body, date }: OfMeeting, number: number): string {
    return this.at(`papers/${body}/${date}/${number}`)
  }

  consultation({ body, date }: OfMeeting, number: number): string {
    return this.at(`consultations/${body}/${date}/${number}`)
  }

  file({ body, date }: OfMeeting, name: string): string {
    return this.at(`files/${body}/${date}/${name}`)
  }

  location({ body, date }: OfMeeting): string {
    return this.at(`locations/${body}/${date}`)
  }

  person(name: string): string {
    return this.at(`persons/${markOf(name)}`)
  }

  /** A seat is known by its body, who holds it, from when and as what. */
  membership(body: string, person: string, from: string, seat: string): string {
    return this.at(`memberships/${markOf([body, person, from, seat].join('\n'))}`)
  }
}

/** Stands for a person or a seat in an address, and tells no name: the address outlives the record, which says by it that the person is gone. */
function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
