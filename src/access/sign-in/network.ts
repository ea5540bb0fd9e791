import { isIPv6 } from 'node:net'

/**
 * The address for counting guesses: an IPv4 address itself; of IPv6 the first 64 bits, because one connection at home or in an office has
 * all the rest to itself. An IPv4 address written as IPv6 counts as IPv4.
 */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped !== null) return mapped[1] ?? address
  const plain = address.split('%')[0] ?? ''
  if (!isIPv6(plain)) return address
  const [before = '', after] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::')
  const groups = before === '' ? [] : before.split(':')
  const rest = after === undefined || after === '' ? [] : after.split(':')
  const whole = [...groups, ...Array.from({ length: 8 - groups.length - rest.length }, () => '0'), ...rest]
  return `${whole.slice(0, 4).join(':')}::/64`
}
