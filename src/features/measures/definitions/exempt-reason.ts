/** Words that say nothing of what figures are about. */
const empty = new Set('a about all an and any are as at be because but by can do does for from has have here hide hidden i in is it its just me must my n/a na need needed needs no none nor not nothing of on one ok okay or other our reason required same say see show shown since so such tbc test that the their them there these they this those to too us want was we were why will with yes you exempt figures figure numbers number counts count small data value values'.split(' '))

/** Whether a reason says what the figures are about: two words of its own at least, as in "Schools, not children". */
export function saysWhatOf(reason: string): boolean {
  const words = reason.toLowerCase().match(/[\p{L}\p{N}’'/-]+/gu) ?? []
  return new Set(words.filter((word) => word.length > 2 && /\p{L}/u.test(word) && !empty.has(word))).size >= 2
}
