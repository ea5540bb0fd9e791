/** A body as its file has it, with these lines besides. */
export function bodyFile(slug: string, name: string, lines = '', kind = 'scrutiny-panel'): string {
  return `slug: ${slug}\nname: ${name}\nkind: ${kind}\npurpose: Serves.\nmeets-in-public: true\n${lines}`
}
