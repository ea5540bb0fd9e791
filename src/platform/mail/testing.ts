import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail server on this machine that keeps what it is sent. */
export interface TestMailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** What it says to the next readers instead of taking the e-mail, e.g. `450 Try later`; undefined takes it. */
  refusal: string | undefined
  close(): Promise<void>
}

interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body as they came. */
  readonly data: string
}

/** Speaks as much SMTP (RFC 5321) as one plain-text e-mail needs, on a free port. */
export async function startTestMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    converse(socket, test, received)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const test: TestMailServer = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    refusal: undefined,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return test
}

function converse(socket: Socket, server: TestMailServer, received: ReceivedMail[]): void {
  let mail = { from: '', to: [] as string[] }
  let data: string[] | undefined
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const answers: Record<string, (line: string) => string> = {
    EHLO: () => '250 test',
    MAIL: (line) => {
      mail = { from: address(line), to: [] }
      return '250 OK'
    },
    RCPT: (line) => {
      if (server.refusal !== undefined) return server.refusal
      mail.to.push(address(line))
      return '250 OK'
    },
    DATA: () => {
      data = []
      return '354 Go on'
    },
    QUIT: () => '221 Bye',
  }
  socket.on('error', () => socket.destroy())
  say('220 test')
  createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
    if (data === undefined) return say(answers[line.slice(0, 4).toUpperCase()]?.(line) ?? '250 OK')
    if (line !== '.') return void data.push(line)
    received.push({ ...mail, data: data.join('\n') })
    data = undefined
    say('250 Taken')
  })
}

function address(line: string): string {
  return /<(.*)>/.exec(line)?.[1] ?? ''
}
