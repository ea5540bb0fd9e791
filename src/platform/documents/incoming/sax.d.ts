/** What is used of the package, which brings no types of its own. */
declare module 'sax' {
  export interface SaxAttribute {
    readonly name: string
    readonly local: string
    readonly value: string
  }

  export interface SaxTag {
    readonly name: string
    readonly local: string
    /** Of its name space. */
    readonly uri: string
    readonly attributes: Readonly<Record<string, SaxAttribute>>
  }

  export interface SaxParser {
    onerror: (error: Error) => void
    onopentag: (tag: SaxTag) => void
    onclosetag: (name: string) => void
    ontext: (text: string) => void
    oncdata: (text: string) => void
    onprocessinginstruction: (instruction: { readonly name: string }) => void
    write(text: string): SaxParser
    close(): void
  }

  const sax: {
    MAX_BUFFER_LENGTH: number
    parser(strict: true, options: { readonly xmlns: true; readonly strictEntities: true }): SaxParser
  }
  export default sax
}
