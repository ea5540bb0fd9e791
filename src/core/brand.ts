declare const brand: unique symbol

/** A string (or number) that cannot stand for another kind of string: `Brand<string, 'MeetingId'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
