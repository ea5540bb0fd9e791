/** By the breakdown of this name a definition gives further counts beside its whole, which are no parts of it. */
export const besideWhole = 'also'
