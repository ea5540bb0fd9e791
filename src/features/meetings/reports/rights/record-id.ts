const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text that came with an address or a form can be the id of a record at all: the database refuses to compare anything else with one. */
export function isRecordId(text: string): boolean {
  return uuid.test(text)
}
