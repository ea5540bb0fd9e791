import assert from 'node:assert/strict'

export interface CalendarEvent {
  /** Values by property name, parameters left out; the parameters stand in `parameters`. */
  readonly values: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
}

/** Reads a calendar as RFC 5545 has it, and fails where a strict reader would: line ends, folding, order of the parts, needed properties. */
export function readCalendar(bytes: Uint8Array): CalendarEvent[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1, 'every line ends with CR LF')
  const whole = text.replace(/\r\n$/, '')
  for (const line of whole.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, `a line of ${Buffer.byteLength(line)} octets: ${line}`)
  const lines = whole.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  assert.equal(lines[0], 'BEGIN:VCALENDAR')
  assert.equal(lines.at(-1), 'END:VCALENDAR')
  assert.ok(lines.includes('VERSION:2.0'))
  assert.ok(lines.some((line) => line.startsWith('PRODID:')))
  const events = text.includes('BEGIN:VEVENT') ? lines.join('\n').split('\nBEGIN:VEVENT\n').slice(1).map(readEvent) : []
  const uids = events.map((event) => event.values.get('UID'))
  assert.equal(new Set(uids).size, uids.length, 'every event has a UID of its own')
  return events
}

function readEvent(text: string): CalendarEvent {
  const [body = '', rest] = text.split('\nEND:VEVENT')
  assert.ok(rest !== undefined, 'an event has an end')
  const values = new Map<string, string>()
  const parameters = new Map<string, string>()
  for (const line of body.split('\n')) {
    const [, name = '', after = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? assert.fail(`no content line: ${line}`)
    assert.ok(!values.has(name), `${name} stands twice in one event`)
    values.set(name, unescape(value))
    if (after !== '') parameters.set(name, after.slice(1))
  }
  for (const needed of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) assert.ok(values.has(needed), `an event without ${needed}: ${body}`)
  assert.match(values.get('DTSTAMP') ?? '', /^\d{8}T\d{6}Z$/)
  return { values, parameters }
}

function unescape(value: string): string {
  assert.doesNotMatch(value.replaceAll(/\\[\\;,nN]/g, ''), /\\/, `a wrong escape: ${value}`)
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === 'n' ? '\n' : escaped))
}
