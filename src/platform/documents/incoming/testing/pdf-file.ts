/** What a test puts into a PDF beside its page. */
export interface TestPdf {
  /** The content of the page in the language of PDF, such as `BT /F1 12 Tf 72 700 Td (Words) Tj ET`. */
  readonly content?: string
  /** More entries of the catalogue, the page and the trailer. */
  readonly catalogue?: string
  readonly page?: string
  readonly trailer?: string
  /** Further objects, from number 6. */
  readonly objects?: readonly string[]
}

/** A PDF of one page, written by hand, for what the typesetter never makes. */
export function pdfFile(pdf: TestPdf): Buffer {
  const content = pdf.content ?? ''
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${pdf.catalogue ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${pdf.page ?? ''} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...(pdf.objects ?? []),
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  return Buffer.from(`${text}${table}trailer\n<< /Size ${size} /Root 1 0 R ${pdf.trailer ?? ''} >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}
