/** "Not only" and "no doubt" deny nothing, and "those not in work" says who is meant. */
const noDenial = /\bnot (?:only|just|merely)\b|\bno doubt\b|\bnot (?=(?:in|on|at|within|known|seen|attending|up to|finished|completed)\b)/gi
const denial = /\b(?:not|no|never|neither|nor|without|hardly|cannot|yet to|fail(?:ed|s|ing)? to)\b|n[’']t\b/i

/** How many words may stand between a denial and what it denies. */
const reach = 6

/** Whether the words before a claim deny it: "has not", "no", "has yet to". */
export function isNegated(before: string): boolean {
  const words = before.replaceAll(noDenial, ' ').trim().split(/\s+/)
  return denial.test(words.slice(-reach).join(' '))
}

/** Whether a claim denies itself: "the target was not met"; "fewer were not in time" denies nothing. */
export function isDeniedWithin(said: string): boolean {
  return !/^(?:more|fewer|less|greater)\b/i.test(said) && /\b(?:was|were|is|are|has|have|had|been)(?: (?:also|again|now|yet))* (?:not|never)\b/i.test(said)
}

const wished = /\b(?:will|would|should|could|may|might|must|expect\w*|expected|aim\w*|intend\w*|hop(?:e|es|ed|ing)|forecast|anticipat\w*|need(?:s|ed)? to|in order to|so that|ensure[sd]?|likely|going to|wish(?:es|ed)?|want(?:s|ed|ing)?)\b(?! (?:have|has) )/i
/** What somebody asked, proposed or planned. */
const askedFor = /\b(?:would like|ask(?:s|ed|ing)? (?:\w+ ){0,3}?(?:for|to|how|why|what|about)|(?:call|press|push|look|plann)(?:ed|ing) for|calls? for (?:an?|the|further|more)|plan(?:s|ned)? to|plans? (?:is|are|was|were) (?:to|for)|plan(?:s|ned)? (?:an?|further|more)|promis(?:es|ed)|pledg(?:es|ed)|commit(?:s|ted)? to|(?:challeng|question)(?:es|ed|s) (?:\w+ )?(?:why|how|what)|(?:seeks?|sought|is seeking|are seeking)|urg(?:es?|ed)|demand(?:s|ed) (?:an?|the|further|more)|propos(?:es?|ed)|request(?:s|ed) (?:that|an?|the|further)|recommend(?:s|ed)|(?:goal|objective|ambition|priority|purpose) (?:is|was|of|remains)|target is (?:an?|the|to))\b/i
const asked = /\b(?:if|whether|until|unless|once|when)\b/i
/** "To" before a verb wishes; after these it does not. */
const toVerb = /(?<!\b(?:continu\w+|due|compared|yet|fail(?:ed|s)?|relation|response|beg[ua]n|started) )\bto (?:\w+ly )?$/i

/** A question claims nothing, whatever its words. */
export function isQuestion(sentence: string): boolean {
  return /\?["”’)]?$/.test(sentence)
}

/** Whether what stands there is to come, wished for or asked, and so claims nothing of what has been; of what is told as certain to come only whether it is asked. */
export function isNotYet(sentence: string, from: number, to: number, isToCome = false): boolean {
  const clause = sentence.slice(0, from).split(/;|[:,](?!\d)|\b(?:but|and|while|whilst|whereas|although|though|which|since|because|as)\b/i).at(-1) ?? ''
  const near = clause.split(/\s+/).slice(-8).join(' ')
  if (!isToCome && (toVerb.test(clause) || wished.test(near) || askedFor.test(near))) return true
  if (/^\s*(?:if|once|when|until|unless)\b/i.test(clause) || asked.test(clause.split(/\s+/).slice(-4).join(' '))) return true
  // A noun may be followed by what is wished of it: "improvement is expected".
  return /^ (?:is|are) (?:expected|anticipated|planned|forecast|needed|required|hoped for)\b/i.test(sentence.slice(to))
}
