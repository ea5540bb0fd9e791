/** What a `before` hook makes, for tests that run after it. */
export function started<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error('The journeys have not begun')
  return thing
}
