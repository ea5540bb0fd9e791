/** Words that stand with a capital and are no part of anybody's name: bodies, posts, acts, plans, times. Surnames that are common words too ("Young", "West", "Ward") are among them, so that few alarms are false. */
const ordinary = `
academies academy accelerated access achieving act action acts administration adoption adult adults agency agenda agreement alliance allocation annual appeals apprenticeship approved area areas assembly assessment assessments
assistant association attendance audit authorities authority award bill birmingham board body borough branch breaking britain british bulletin bureau business cabinet call camp care career careers carer carers case catholic census central centre
chair chairman champion charity charter chief child children choice christian church cic city civil clerk clinical club coach code college commission commissioner commissioners committee common community company conference constabulary convention co-operative
corporate correct council councillor councils county court courts covid crime criminal crown dashboard data deputy department development director directorate directors district district's districts divisional domestic drug duty early east eastern ebacc
economic education educational elective emergency england english equality european evaluation evidence exam examination exclusions executive faculty family families federation festival finance fire first floor forum forward foster fostering foundation framework free
front fund further general girls good governance governing government governors grammar grant great group groups guidance guide guild hall head heads healthy health healthwatch help her high higher his holiday home homes hospital hospitals house household housing hub improvement
inclusion inclusive independent information infant infants initiative inquiry inspection inspectorate inspector institute integrated intelligence intensive interim investors joint judge junior justice key king kingdom ladder language law lead leader leaders league learner learners
learning leaving legal level library licence limited line local london looked looked-after lord low ltd magistrates main maintained manager manual maternity mayor measure meeting member members memorial mental middle midlands minister ministry minor missing model multi
multi-agency museum national near neighbours network new next north northern nursery nurture nursing office officer officers ofsted ombudsman online open organisation other outstanding overview panel paper parent parenting parents parish park parliament part participation
partners partnership physical partnerships pathway pathways people percentage performance personal phase plan planning plans plc police policy portal portfolio practice pre-school premium primary prime principal priority prison probation profile programme progress project
protection protocol provider province psychologist psychology public pupil pupils quality quarter queen queens reception recommendation record recovery referral reform reforms regional register registrar registry regulation regulations reinforcement report requires residential resilience resolution
resource resources return review right rights risk road round royal rule rules safe safeguarding safer scheme school schools scotland scottish scrutiny secondary secretary section sector secure sen send senior service services seven severe single sixth skills social society solutions south
southern spa special specialist speech sport sports st staff stage standard standards state statistical statistics stay step steps steward strategic strategy street strengthening student students summary summer sunday super supervision supervisory support supporting supportive survey sustainable table talking target task
teacher team teams technical term terms testing text through tier together toolkit tower town township training transformation transition transitions translation transport travel treasury treatment tribunal trust trustees under union unit united universal university upon urgent value
vice vice-chair victim virtual visiting vision voice voluntary wales ward warning week welcome welfare well-being wellbeing welsh west western westminster whole wider winter women work worker workers workforce working works world year years young youth zone
average budget capacity cost demand forecast growth impact income intake maximum minimum monthly numbers occupancy rate rates savings score spend threshold total usage value weekly yearly
african asian caribbean gypsy mixed roma traveller
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday christmas easter halloween autumn spring bank covid-19 whitsun ramadan
`

/** Words with which a sentence begins. */
const beginning = `
a about above according across after again against all almost along already also although among an and another any anybody anyone are around as asked at back be because been before being below beside besides between beyond both but by can could
did do does done down due during each either else even ever every everybody everyone except few fewer first five following for four from full further given had half has have having he hence her here him his how however i if in including indeed instead into is it its itself
just last later least less like many may meanwhile more moreover most much must my near nearly neither never no nobody none nor not nothing now nowhere of off often on once one only or other others our out over overall perhaps rather recent recently same second seven several shall she should since six so some
somebody someone sometimes soon still such ten than that the their them then there therefore these they third this those though three throughout thus to today together too towards two under unless until up upon us usually very was we were what when whenever where whereas whether which while who whoever whom whose why will
with within without would yes yet you your
`

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''))

const ordinaryWords = wordsOf(ordinary)
const beginnings = wordsOf(beginning)

/** Whether a word with a capital is no part of a person's name. */
export function isNoName(word: string): boolean {
  const plain = word.toLowerCase()
  return ordinaryWords.has(plain) || beginnings.has(plain)
}

/** Whether a word has its capital only since a sentence begins with it. */
export function beginsSentence(word: string): boolean {
  return beginnings.has(word.toLowerCase())
}
