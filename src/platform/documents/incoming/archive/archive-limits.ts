/** What an archive, such as a Word document, may hold; a report with its pictures stays far below. */
export const archiveLimits = {
  entries: 3000,
  /** Bytes of all entries together when unpacked. */
  unpacked: 300_000_000,
  /** Bytes of one entry when unpacked. */
  entry: 100_000_000,
  /** Unpacked bytes for each packed one, in an entry of more than `smallEntry`: text shrinks to a twentieth, a zip bomb to a thousandth. */
  ratio: 200,
  smallEntry: 1_000_000,
}
