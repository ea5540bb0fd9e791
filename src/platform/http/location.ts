/** An address as the header `location` takes it: what is encoded already stays as it is, and what no header may hold is encoded. */
export function locationOf(address: string): string {
  return address.toWellFormed().replaceAll(/[^\u0021-\u007e]+|["<>\\^`{|}]/gu, (text) => encodeURIComponent(text))
}
