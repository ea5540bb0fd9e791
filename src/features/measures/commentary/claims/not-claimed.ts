/** "Not only" and "no doubt" deny nothing. */
const noDenial = /\bnot (?:only|just|merely)\b|\bno doubt\b/gi
const denial = /\b(?:not|no|never|neither|nor|without|hardly|cannot|yet to|fail(?:ed|s|ing)? to)\b|n[’']t\b/i

/** How many words may stand between a denial and what it denies. */
const reach = 6

/** Whether the words before a claim deny it: "has not", "no", "has yet to". */
export function isNegated(before: string): boolean {
  const words = before.replaceAll(noDenial, ' ').trim().split(/\s+/)
  return denial.test(words.slice(-reach).join(' '))
}

/** Whether a claim denies itself: "the target was not met". */
export function isDeniedWithin(said: string): boolean {
  return /\b(?:was|were|is|are|has|have|had|been)(?: (?:also|again|now|yet))* (?:not|never)\b/i.test(said)
}

const wished = /\b(?:will|would|should|could|may|might|must|expect\w*|expected|aim\w*|intend\w*|hop(?:e|es|ed|ing)|forecast|anticipat\w*|need(?:s|ed)? to|in order to|so that|ensure[sd]?|likely|going to|wish(?:es)?|want(?:s|ed)?)\b(?! (?:have|has) )/i
const asked = /\b(?:if|whether|until|unless|once|when)\b/i
/** "To" before a verb wishes; after these it does not. */
const toVerb = /(?<!\b(?:continu\w+|due|compared|yet|fail(?:ed|s)?|relation|response|beg[ua]n|started) )\bto (?:\w+ly )?$/i

/** Whether what stands there is to come, wished for or asked, and so claims nothing of what has been. */
export function isNotYet(sentence: string, from: number, to: number): boolean {
  const clause = sentence.slice(0, from).split(/;|[:,](?!\d)|\b(?:but|and|while|whilst|whereas|although|though|which|since|because|as)\b/i).at(-1) ?? ''
  if (toVerb.test(clause) || wished.test(clause.split(/\s+/).slice(-8).join(' '))) return true
  if (/^\s*(?:if|once|when|until|unless)\b/i.test(clause) || asked.test(clause.split(/\s+/).slice(-4).join(' '))) return true
  // A noun may be followed by what is wished of it: "improvement is expected".
  return /^ (?:is|are) (?:expected|anticipated|planned|forecast|needed|required|hoped for)\b/i.test(sentence.slice(to))
}
