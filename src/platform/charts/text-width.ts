/** Advance widths of Atkinson Hyperlegible Next in thousandths of its size, from the space to the tilde. */
const regular = [
  280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 648, 407, 548, 576, 614, 588, 598, 510, 615, 595, 210, 210, 553,
  628, 553, 480, 778, 626, 613, 645, 669, 569, 552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623, 575,
  607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492, 262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461,
  684, 481, 449, 460, 344, 237, 344, 555,
]
const bold = [
  312, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 659, 440, 579, 600, 624, 607, 626, 537, 624, 571, 272, 272, 569,
  612, 569, 547, 781, 678, 643, 658, 688, 597, 566, 718, 701, 424, 561, 663, 552, 858, 717, 746, 629, 756, 650, 610, 607, 686, 644, 886, 685, 650,
  618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555, 318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530,
  740, 539, 521, 505, 381, 254, 381, 537,
]
/** Whatever the table does not hold is taken for a wide letter. */
const wide = 900
/** Where a reader's machine shows another typeface, words are somewhat wider or narrower. */
const spare = 1.04

export interface TextStyle {
  readonly size: number
  readonly isBold?: boolean
}

/** How wide a line of text is drawn, in the units of its size; a little more than it needs. */
export function widthOf(text: string, { size, isBold = false }: TextStyle): number {
  let thousandths = 0
  for (const letter of text) thousandths += (isBold ? bold : regular)[(letter.codePointAt(0) ?? 0) - 32] ?? wide
  return (thousandths / 1000) * size * spare
}

/** The text in lines no wider than this. A word that is wider by itself is divided. */
export function linesOf(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).flatMap((word) => dividedWord(word, width, style))) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, style) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.filter((line) => line !== '')
}

function dividedWord(word: string, width: number, style: TextStyle): string[] {
  const parts: string[] = ['']
  for (const letter of word) {
    const longer = `${parts.at(-1)}${letter}`
    if (longer !== letter && widthOf(longer, style) > width) parts.push(letter)
    else parts[parts.length - 1] = longer
  }
  return parts
}
