import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, date } from '#core/dates.ts'
import { limitWords } from './limit-words.ts'
import { settingWords } from './local-settings.ts'
import type { Confidence, RuleVersion } from './rule.ts'
import { allRules, findRule, latestVersion, rule, versionInForce, type RuleId } from './rules.ts'
import { validityWords } from './validity-words.ts'

/** What each rule must say: its limit in short ("5 clear working days back", "26 weeks from day 1", "none") and how far it was checked. */
const expected: Record<RuleId, [limit: string, confidence: Confidence]> = {
  'agenda-publication': ['5 clear working days, day 0, backwards, latest', 'statute'],
  'late-item': ['none', 'statute'],
  'remote-attendance': ['none', 'statute'],
  'exclusion-of-public': ['none', 'statute'],
  'minutes-inspection': ['6 years, day 1, forwards, until', 'statute'],
  'background-papers': ['4 years, day 1, forwards, until', 'statute'],
  'public-participation': ['1 working days, day 0, backwards, latest at 09:00', 'local'],
  'public-participation-response': ['28 days, day 0, forwards, latest', 'local'],
  'key-decision-notice': ['28 clear days, day 0, backwards, latest', 'statute'],
  'private-meeting-notice': ['28 clear days, day 0, backwards, latest', 'statute'],
  'private-meeting-second-notice': ['5 clear days, day 0, backwards, latest', 'statute'],
  'general-exception': ['5 clear days, day 0, forwards, earliest', 'statute'],
  'special-urgency': ['none', 'statute'],
  'decision-statement': ['none', 'statute'],
  'scrutiny-document-request': ['10 clear days, day 0, forwards, latest', 'statute'],
  'executive-response': ['2 calendar months, day 1, forwards, latest', 'guidance'],
  'health-scrutiny-response': ['28 days, day 0, forwards, latest', 'guidance'],
  'partner-regard': ['none', 'statute'],
  'call-in': ['5 working days, day 0, forwards, latest, 3 members', 'local'],
  'call-in-consideration': ['10 working days, day 0, forwards, latest', 'local'],
  'interest-registration': ['28 days, day 1, forwards, latest', 'statute'],
  'interest-registration-after-disclosure': ['28 days, day 1, forwards, latest', 'statute'],
  'interest-registration-after-change': ['28 days, day 0, forwards, latest', 'guidance'],
  'interest-at-a-meeting': ['none', 'statute'],
  'education-co-optees': ['none', 'statute'],
  'health-and-wellbeing-board-votes': ['none', 'statute'],
  'contact-decision': ['1 working days, day 0, forwards, latest', 'guidance'],
  assessment: ['45 working days, day 0, forwards, latest', 'guidance'],
  'initial-child-protection-conference': ['15 working days, day 0, forwards, latest', 'guidance'],
  'core-group': ['10 working days, day 0, forwards, latest', 'guidance'],
  'child-protection-review-first': ['3 calendar months, day 0, forwards, latest', 'guidance'],
  'child-protection-review-later': ['6 calendar months, day 0, forwards, latest', 'guidance'],
  'in-need-review': ['none', 'local'],
  'looked-after-review-first': ['20 working days, day 0, forwards, latest', 'statute'],
  'looked-after-review-second': ['3 calendar months, day 0, forwards, latest', 'statute'],
  'looked-after-review-later': ['6 calendar months, day 0, forwards, latest', 'statute'],
  'looked-after-visit-first': ['1 weeks, day 0, forwards, latest', 'statute'],
  'looked-after-visit-first-year': ['6 weeks, day 0, forwards, latest', 'statute'],
  'looked-after-visit-until-eighteen': ['3 calendar months, day 0, forwards, latest', 'statute'],
  'looked-after-visit-later': ['6 weeks, day 0, forwards, latest', 'statute'],
  'initial-health-assessment': ['20 working days, day 0, forwards, latest', 'guidance'],
  'review-health-assessment-under-five': ['6 calendar months, day 0, forwards, latest', 'guidance'],
  'review-health-assessment': ['1 years, day 0, forwards, latest', 'guidance'],
  'personal-education-plan': ['20 working days, day 0, forwards, latest', 'guidance'],
  'personal-education-plan-review': ['none', 'guidance'],
  'care-proceedings': ['26 weeks, day 1, forwards, latest', 'statute'],
  'eligible-child-needs-assessment': ['3 calendar months, day 0, forwards, latest', 'statute'],
  'private-fostering-visit-first-year': ['6 weeks, day 0, forwards, latest', 'statute'],
  'private-fostering-visit-later': ['12 weeks, day 0, forwards, latest', 'statute'],
  'return-interview': ['72 clock hours, day 0, forwards, latest', 'guidance'],
  'ehc-decision-to-assess': ['6 weeks, day 0, forwards, latest', 'guidance'],
  'ehc-decision-not-to-issue': ['16 weeks, day 0, forwards, latest', 'guidance'],
  'ehc-plan': ['20 weeks, day 0, forwards, latest', 'guidance'],
  'ehc-draft-time': ['15 days, day 1, forwards, until', 'guidance'],
  'ehc-annual-review': ['12 calendar months, day 0, forwards, latest', 'statute'],
  'ehc-annual-review-decision': ['4 weeks, day 0, forwards, latest', 'statute'],
  'ehc-annual-review-final-plan': ['12 weeks, day 0, forwards, latest', 'statute'],
  'ehc-phase-transfer': ['15/2', 'statute'],
  'ehc-phase-transfer-post-16': ['31/3', 'statute'],
  'serious-incident-notification': ['5 working days, day 0, forwards, latest', 'guidance'],
  'rapid-review': ['15 working days, day 0, forwards, latest', 'guidance'],
  'practice-review-publication': ['6 calendar months, day 0, forwards, latest', 'guidance'],
  'looked-after-record-retention': ['75 years, day 0, forwards, until', 'statute'],
  'looked-after-record-retention-after-death': ['15 years, day 1, forwards, until', 'statute'],
  'sign-in-guesses': ['none', 'product'],
  'unused-account': ['none', 'local'],
}

function short({ limit }: RuleVersion): string {
  if (limit.kind === 'none') return 'none'
  if (limit.kind === 'yearly') return `${limit.day}/${limit.month}`
  const at = limit.at === undefined ? '' : ` at ${limit.at}`
  const members = limit.members === undefined ? '' : `, ${limit.members} members`
  return `${limit.amount} ${limit.unit}, day ${limit.dayOfEvent}, ${limit.direction}, ${limit.bound}${at}${members}`
}

for (const [id, [limit, confidence]] of Object.entries(expected)) {
  test(`${id} is ${limit} (${confidence})`, () => {
    const version = latestVersion(rule(id as RuleId))
    assert.equal(short(version), limit)
    assert.equal(version.confidence, confidence)
  })
}

test('every rule is one of those checked above, and says what it rests on', () => {
  assert.deepEqual(allRules.map(({ id }) => id).sort(), Object.keys(expected).sort())
  for (const { id, versions } of allRules) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const version of versions) assert.ok(version.citations.length > 0 && version.startEvent !== '' && version.stopEvent !== '', id)
  }
})

test('the versions of a rule follow one another without overlap', () => {
  for (const { id, versions } of allRules) {
    for (const [index, version] of versions.entries()) {
      const next = versions[index + 1]
      assert.ok(version.isValidFromMonth === undefined || version.validFrom?.endsWith('-01'), id)
      if (next !== undefined) assert.equal(version.validTo === undefined ? undefined : addDays(version.validTo, 1), next.validFrom, id)
      else assert.ok(version.validTo === undefined || version.validFrom === undefined || version.validTo >= version.validFrom, id)
    }
  }
})

test('a case uses the version in force on the day of its start event, first and last day included', () => {
  const today = latestVersion(rule('assessment'))
  const former = { ...today, validFrom: date('2020-05-01'), validTo: date('2020-09-24'), notes: ['former'] }
  const later = { ...today, validFrom: date('2020-09-25'), notes: ['later'] }
  const inForce = (day: string) => versionInForce([former, later], date(day))?.notes[0]
  assert.deepEqual(['2020-04-30', '2020-05-01', '2020-09-24', '2020-09-25', '2026-01-01'].map(inForce), [undefined, 'former', 'former', 'later', 'later'])
})

test('looked-after-record-retention: the regulations of 2011 cover births before them, and no other first day is made up', () => {
  const [version] = rule('looked-after-record-retention').versions
  assert.equal(versionInForce([version], date('1990-06-15')), version)
  assert.equal(validityWords(version), 'from 1 April 2011; births before that day count too')
  assert.equal(versionInForce(rule('looked-after-record-retention-after-death').versions, date('1990-06-15')), undefined)
})

test('practice-review-publication, in-need-review, sign-in-guesses, unused-account: no source states a first day, so none is printed', () => {
  const undated = allRules.filter((each) => latestVersion(each).validFrom === undefined)
  assert.deepEqual(undated.map(({ id }) => id).sort(), ['in-need-review', 'practice-review-publication', 'sign-in-guesses', 'unused-account'])
  for (const each of undated) assert.equal(validityWords(latestVersion(each)), 'not stated by the source')
  assert.ok(versionInForce(rule('practice-review-publication').versions, date('2016-01-04')))
})

test('personal-education-plan is in force from the guidance it cites, of 26 February 2018', () => {
  for (const id of ['personal-education-plan', 'personal-education-plan-review'] as const) {
    assert.equal(validityWords(latestVersion(rule(id))), 'from 26 February 2018')
    assert.equal(versionInForce(rule(id).versions, date('2018-02-25')), undefined)
  }
})

test('public-participation, its response and return-interview are in force from January 2014, for which their sources name no day', () => {
  for (const id of ['public-participation', 'public-participation-response', 'return-interview'] as const) {
    assert.equal(validityWords(latestVersion(rule(id))), 'from January 2014')
    assert.ok(versionInForce(rule(id).versions, date('2014-01-01')))
    assert.equal(versionInForce(rule(id).versions, date('2013-12-31')), undefined)
  }
})

test('the words of a version that has ended give both ends', () => {
  const former = { ...latestVersion(rule('assessment')), validFrom: date('2020-05-01'), validTo: date('2020-09-24') }
  assert.equal(validityWords(former), 'from 1 May 2020 to 24 September 2020')
  const { validFrom: _, ...undated } = former
  assert.equal(validityWords(undated), 'not stated by the source from when, to 24 September 2020')
})

test('agenda-publication cites the order that made the notice five days', () => {
  assert.ok(latestVersion(rule('agenda-publication')).citations.some((citation) => citation.endsWith('Order 2002 (SI 2002/715)')))
})

test('sign-in-guesses and unused-account stand apart from the statutory limits, with their numbers in words', () => {
  assert.deepEqual(
    allRules.filter(({ area }) => area === 'accounts').map((each) => limitWords(latestVersion(each).limit)),
    ['10 guesses in 5 minutes', '90 days without use'],
  )
})

test('key-decision-notice: the number is fixed by law and only the way of counting is a setting', () => {
  assert.match(settingWords(latestVersion(rule('key-decision-notice'))), /number of days is fixed by law\. Only the way of counting/)
  assert.equal(settingWords(latestVersion(rule('agenda-publication'))), 'None: the law fixes it.')
  assert.equal(settingWords(latestVersion(rule('assessment'))), 'The council can set its own limit.')
  assert.equal(settingWords(latestVersion(rule('call-in'))), 'Each council sets its own.')
  assert.match(settingWords(latestVersion(rule('sign-in-guesses'))), /the same for every council/)
})

test('practice-review-publication claims no more than the partnership’s report', () => {
  const version = latestVersion(rule('practice-review-publication'))
  assert.match(version.citations.join(), /^Annual report of the Worcestershire Safeguarding Children Partnership/)
  assert.match(version.startEvent, /as the partnership’s report counts it/)
  assert.match(version.notes.join(), /the statutory guidance says what they count from: confirm it there/)
})

test('a word that names no rule finds none', () => {
  assert.equal(findRule('agenda'), undefined)
  assert.equal(findRule('constructor'), undefined)
})
