import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const

/**
 * Atkinson Hyperlegible Next, drawn by the Braille Institute for readers with low vision.
 * The compiler brings serif, mathematical and fixed-width fonts for what it lacks.
 */
export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return styles.map((style) => readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${style}/AtkinsonHyperlegibleNext_${style}.ttf`)))
}
