import type { z } from 'zod'

/** What the description of the API says of one address and one way of using it: the same schemas check what is asked and what is answered. */
export interface DescribedOperation {
  readonly kind: 'record' | 'list' | 'file'
  /** Left out for GET. */
  readonly method?: 'post'
  /** Below `/api/v1`, as OpenAPI writes it: `/bodies/{body}`. */
  readonly path: string
  readonly summary: string
  readonly description?: string
  /** The heading it stands under in the description of the API. */
  readonly tag: string
  readonly params: z.ZodObject
  /** Without `cursor` and `limit`, which the frame adds to lists. */
  readonly query: z.ZodObject
  /** What is sent as JSON, with POST. */
  readonly body?: z.ZodObject
  /**
   * The record, or one entry of the list; beside a file, what is answered while it is being made. Give nested schemas `.meta({ id: 'Body' })` to name them
   * in the description.
   */
  readonly response: z.ZodType
  /** The media type of a file. */
  readonly contentType?: string
  /** A success that is not 200: it was made, or it goes on behind the answer and the header Location says where to ask how far it is. */
  readonly alsoAnswers?: { readonly status: 201 | 202; readonly description: string }
  /** Only for whoever shows a key. */
  readonly needsKey?: true
}
