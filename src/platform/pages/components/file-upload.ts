import { html, type Html } from '../html.ts'
import { labelledField, type FieldOptions } from './form-group.ts'
import { attributes, classNames } from './markup.ts'

export interface FileUploadOptions extends FieldOptions {
  readonly multiple?: boolean | undefined
}

/** A file from the reader's own machine. Its form is sent as `multipart/form-data`; a browser never shows a chosen file again. */
export function fileUpload(options: FileUploadOptions): Html {
  return labelledField(options, (id, describedBy) => html`<input${attributes({
    class: classNames('govuk-file-upload', options.classes, options.error && 'govuk-file-upload--error'),
    id,
    name: options.name,
    type: 'file',
    disabled: options.disabled,
    multiple: options.multiple,
    'aria-describedby': describedBy,
    ...options.attributes,
  })}>`)
}
