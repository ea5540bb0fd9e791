/** Where the engine's data is: on disk, or in memory only (tests), perhaps begun from the image of an earlier one. */
export type EngineStart = { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'memory'; readonly template?: Uint8Array }

/** What the thread of the engine is asked. */
export type EngineRequest =
  /** Whole messages of PostgreSQL's protocol, ending in one that it answers with ReadyForQuery. */
  | { readonly kind: 'execute'; readonly bytes: Uint8Array }
  /** Back to a session in which nobody has done anything; not answered. */
  | { readonly kind: 'reset' }
  /** All files as one image. */
  | { readonly kind: 'image' }
  | { readonly kind: 'close' }

/** What it answers, in the order in which it was asked. */
export type EngineReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array }
  | { readonly kind: 'image'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
