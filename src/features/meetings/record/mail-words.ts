/** Before the deed: "An e-mail to 5 members will wait to be sent." */
export function willBeMailed(whom: string): string {
  return `An e-mail to ${whom} will wait to be sent.`
}

/** Of whom an e-mail tells something. It waits in the outbox, and goes where a mail server is set: "An e-mail to the author waits to be sent." */
export function mailWaits(whom: string): string {
  return `An e-mail to ${whom} waits to be sent.`
}

/** The subject of an e-mail: one line, of a length that mail programs take. */
export function mailSubject(words: string): string {
  return words.replaceAll(/\s+/g, ' ').slice(0, 200)
}
