/** After these a verb in its plain form says what has happened: "continues to improve", "did not meet". */
export const led = String.raw`(?<=\b(?:continu\w+ to|yet to|fail(?:ed|s)? to|(?:did|do|does)(?: not|n[’']t)|beg[ua]n to|started to)(?: \w+ly)? )`
/** Before a form in -ing these make it something that happens, and not something that is being done. */
export const going = String.raw`(?<=\b(?:is|are|was|were|been|be|keeps?|kept|steadily|further)(?: (?:\w+ly|now|still|not|also))? )`
export const nounBefore = String.raw`(?<=\b(?:an?|the|this|that|no|any|some|further|continued|steady|slight|small|large|sharp|marked|clear|significant|real|of|sustained|much|seen|saw|shows?|shown|showing|been|made|was|is|our|its|their|such|good|encouraging|welcome) )`
export const comparative = String.raw`(?<=\b(?:is|are|was|were|been|looks)(?: (?:\w+ly|much|now))? )`
export const target = String.raw`(?:(?:the|its|our|their|this|that|national|local|council[’']s|agreed|stretch|annual|quarterly|year-end|statutory|set|of|\d[\d.,]*\s?%?) )*(?:targets?|standards?|ambitions?|goals?)\b`

/** A word of what is counted, between "more" and "than". */
export const counted = String.raw`(?: (?!(?:higher|lower|more|fewer|less|greater|smaller|better|worse|rather|other)\b)[\w’'-]+)`
