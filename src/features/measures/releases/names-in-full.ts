/** Whether words name a measure in full, however they are spaced or spelled; of looser ones nobody can tell by rule which measure they are about. */
export function namesInFull(words: string, { name }: { readonly name: string }): boolean {
  return plain(words).includes(plain(name))
}

function plain(words: string): string {
  return words.toLocaleLowerCase('en-GB').replaceAll(/\s+/g, ' ').trim()
}
