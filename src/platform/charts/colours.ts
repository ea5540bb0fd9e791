/** All at least 4.5 : 1 on white, as each also colours words. None says what a shape, a dash or a word does not. */
export const colours = {
  ink: '#1b2726',
  quiet: '#4b5957',
  grid: '#dde5e3',
  band: '#eef3f2',
  paper: '#ffffff',
  series: '#12423e',
  improving: '#1d5fa8',
  concerning: '#b4500b',
  change: '#6a3d9a',
  target: '#9c1c6b',
} as const

/** Of shapes that are one among many, and of no words: at least 3 : 1 on white. */
export const paleColours = {
  bar: '#7f9c97',
  point: '#75908b',
} as const

/** How lines of others are drawn, in the order in which they are given. */
export const otherLines = [
  { colour: '#44608a', dash: undefined },
  { colour: '#7a5a00', dash: '7 3' },
  { colour: '#5b5b5b', dash: '2 3' },
  { colour: '#2f6b4f', dash: '7 3 2 3' },
] as const
