/** A field of a record, left out where there is nothing to say: `{ ...given('note', note) }`. */
export function given<Key extends string, Value>(key: Key, value: Value | null | undefined): { [K in Key]?: NonNullable<Value> } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { [K in Key]?: NonNullable<Value> }
}
