import type { UploadedFile } from '../staff/posted-form.ts'

/**
 * What the audit says of a file that somebody hands in: its kind and its size in bytes. Never its name or a title, which may tell what the paper withholds, while
 * the audit is read by those who may not read the paper and can never be changed.
 */
export function fileInAudit(file: Pick<UploadedFile, 'name' | 'bytes'> | undefined): { readonly file: string; readonly bytes: number } {
  const kind = /\.([a-z\d]{1,5})$/.exec(file?.name.toLowerCase() ?? '')?.[1]
  return { file: file === undefined ? 'none' : (kind ?? 'other'), bytes: file?.bytes.length ?? 0 }
}
