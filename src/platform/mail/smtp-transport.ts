import { createTransport } from 'nodemailer'
import type { Mail } from './queue-mail.ts'

/** The way out for e-mails. `send` resolves when the other side has taken the e-mail over. */
export interface MailTransport {
  send(mail: Mail & { readonly id: string }): Promise<void>
  close(): void
}

/** A mail server by its address, `smtps://name:password@host:465`; `from` is the sender that readers see. */
export function smtpTransport(url: string, from: string): MailTransport {
  const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }
  const server = createTransport({ url, ...patience }, { from, disableFileAccess: true, disableUrlAccess: true })
  const domain = from.split('@').at(-1) ?? 'localhost'
  return {
    send: async ({ id, to, subject, text, stop }) => {
      // The same id at a second attempt lets the reader's mail server drop the copy.
      const headers = stop === undefined ? {} : { 'List-Unsubscribe': { prepared: true, value: `<${stop}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      await server.sendMail({ to, subject, text, headers, messageId: `<${id}@${domain}>` })
    },
    close: () => server.close(),
  }
}
