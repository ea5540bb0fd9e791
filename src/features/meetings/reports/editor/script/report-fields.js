// What a form of the editor says, as fields: to be sent, kept and compared.

/** The fields of a form apart from its token and the revision it rests on. */
export function fieldsOf(form, tokenField) {
  return [...new FormData(form)].filter(([name]) => name !== tokenField && name !== 'revision')
}

/** Two lists of fields say the same where this is the same: empty boxes and spaces at the ends do not count. */
export function said(fields) {
  const filled = fields.map(([name, value]) => [name, value.replaceAll('\r\n', '\n').trim()]).filter(([, value]) => value !== '')
  return JSON.stringify(filled.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other))))
}

/** Fills a form with fields that were kept. Boxes for which there is none are emptied; `addRow` makes a row more. */
export function fill(form, fields, addRow) {
  const rows = form.querySelector('[data-rows]')
  const rowNames = new Set([...(rows?.querySelectorAll('[name]:not(button)') ?? [])].map((box) => box.name))
  for (const name of rowNames) {
    const wanted = fields.filter(([given]) => given === name).length
    while (form.querySelectorAll(`[data-rows] [name="${name}"]`).length < wanted) addRow()
  }
  const left = new Map()
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value])
  for (const box of form.elements) {
    if (box.type === 'checkbox' || box.type === 'radio') box.checked = fields.some(([name, value]) => name === box.name && value === box.value)
    else if (box.tagName === 'TEXTAREA' || box.type === 'text') box.value = left.get(box.name)?.shift() ?? ''
  }
}
