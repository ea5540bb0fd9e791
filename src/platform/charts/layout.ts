/** A drawing is made twice, each with letters of readable size: for a page, and for a narrow screen. */
export type LayoutName = 'wide' | 'narrow'

/** Sizes of a layout in units of its drawing, of which about one is one pixel on the screen for which it is made. */
export interface Layout {
  readonly name: LayoutName
  readonly width: number
  readonly plotHeight: number
  readonly edge: number
  readonly titleSize: number
  readonly textSize: number
  /** From one line of text to the next. */
  readonly lineHeight: number
  /** About how many gridlines. */
  readonly lines: number
}

export const layouts: Readonly<Record<LayoutName, Layout>> = {
  wide: { name: 'wide', width: 760, plotHeight: 290, edge: 8, titleSize: 20, textSize: 14, lineHeight: 18, lines: 6 },
  narrow: { name: 'narrow', width: 320, plotHeight: 210, edge: 6, titleSize: 17, textSize: 14, lineHeight: 18, lines: 5 },
}
