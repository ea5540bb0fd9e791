// Saves a part as it is written: two seconds after the last key and at least every fifteen, one request of the page at a time.
import { showAdvice } from './report-advice.js'
import { fieldsOf, said } from './report-fields.js'
import { forget, keep } from './report-kept-text.js'

const quiet = 2000
const longest = 15_000
const keepAfter = 300
const waits = [2000, 4000, 8000, 15_000, 30_000, 60_000]
const mostAnswer = 30_000

/** The requests of all parts stand in one line. */
let line = Promise.resolve()

/** Fulfilled once everything that waits now has been sent. */
export function allSent() {
  return line
}

export class PartSaver {
  constructor(section, tokenField) {
    this.section = section
    this.part = section.dataset.part
    this.form = section.querySelector('form')
    this.key = this.form.dataset.key
    this.tokenField = tokenField
    this.status = this.form.querySelector('[data-saved]')
    this.saved = said(this.fields())
    this.failures = 0
    this.form.addEventListener('input', () => this.changed())
    this.form.addEventListener('change', () => this.changed())
    this.form.querySelector('[data-save]').addEventListener('click', (event) => {
      if (this.isStopped) return
      event.preventDefault()
      this.saveNow()
    })
    // A page that is sent by another button goes on by itself; what is typed is kept until the next page knows that it is saved.
    addEventListener('pagehide', () => this.leave())
    addEventListener('online', () => this.again())
    document.addEventListener('visibilitychange', () => (document.visibilityState === 'visible' ? this.again() : undefined))
    this.form.addEventListener('submit', () => (this.isLeaving = true))
  }

  fields() {
    return fieldsOf(this.form, this.tokenField)
  }

  get isChanged() {
    return said(this.fields()) !== this.saved
  }

  get revision() {
    return Number(this.form.elements.revision.value)
  }

  /** The text rests on an earlier revision from now on, so that a later one of somebody else is not overwritten unseen. */
  restOn(revision) {
    this.form.elements.revision.value = revision
    this.saved = undefined
  }

  changed() {
    if (!this.isChanged) {
      forget(this.key)
      return
    }
    clearTimeout(this.keeping)
    this.keeping = setTimeout(() => this.keepHere(), keepAfter)
    if (this.isStopped) return
    this.since ??= Date.now()
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.queue(), Math.max(0, Math.min(quiet, this.since + longest - Date.now())))
  }

  keepHere() {
    this.isKept = keep(this.key, { revision: this.revision, fields: this.fields() })
  }

  /** As the writer asks: a refusal is then shown as the page shows it. */
  saveNow() {
    if (!this.isChanged && this.failures === 0) {
      this.say('Saved. Nothing has changed since.', true)
      return
    }
    this.isAsked = true
    this.queue()
  }

  queue() {
    clearTimeout(this.timer)
    if (this.isQueued) return
    this.isQueued = true
    line = line.then(() => this.send()).catch(() => undefined)
  }

  again() {
    if (this.failures > 0) this.queue()
  }

  async send() {
    this.isQueued = false
    if (this.isStopped || !this.isChanged) return
    const fields = this.fields()
    let answer
    try {
      answer = await fetch(this.form.dataset.autosave, { ...this.request(), signal: AbortSignal.timeout(mostAnswer) })
    } catch {
      // It may have arrived: if so, what stands there is this.
      this.unanswered = said(fields)
      this.failed('no connection')
      return
    }
    const body = await answer.json().catch(() => ({}))
    if (answer.ok) this.done(body, fields)
    else if (answer.status === 401) this.signedOut(body)
    else if (answer.status === 409 && body.fields !== undefined) this.conflicted(body, fields)
    else if (body.isFinal === true) this.cannotBeSaved(body)
    else if (answer.status === 413) this.refused({ message: 'the text is too long to be saved. Put some of it into an appendix' })
    else if (answer.status === 429 || answer.status >= 500) this.failed('the site does not answer')
    else this.refused(body)
  }

  request() {
    return { method: 'POST', headers: { accept: 'application/json' }, body: new URLSearchParams(new FormData(this.form)) }
  }

  done({ revision, saved, advice }, fields) {
    if (advice !== undefined) showAdvice(advice)
    this.form.elements.revision.value = revision
    this.saved = said(fields)
    this.failures = 0
    this.since = undefined
    this.isAsked = false
    this.unanswered = undefined
    this.triedToken = undefined
    this.say(`Saved ${saved}`, true)
    if (this.isChanged) this.changed()
    else {
      clearTimeout(this.keeping)
      forget(this.key)
    }
  }

  failed(why) {
    const wait = waits[Math.min(this.failures, waits.length - 1)]
    this.failures += 1
    this.keepHere()
    this.say(`Not saved yet: ${why}. ${this.whereKept()}`)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.queue(), wait)
  }

  whereKept() {
    return this.isKept ? 'Your text is kept in this browser.' : 'Keep this page open: this browser cannot keep your text.'
  }

  /** The session is over, or the page's token belongs to an earlier session of the same person. */
  signedOut({ signIn, token }) {
    if (token !== undefined && token !== this.triedToken) {
      this.triedToken = token
      for (const box of document.querySelectorAll(`input[name="${this.tokenField}"]`)) box.value = token
      this.queue()
      return
    }
    this.failed('your session is over')
    const link = document.createElement('a')
    link.className = 'govuk-link'
    link.href = signIn ?? '/sign-in'
    link.target = '_blank'
    link.textContent = 'Sign in again (opens a new tab)'
    this.status.append(' ', link, '. It is then saved by itself.')
  }

  conflicted({ revision, by, at, fields: standing }, fields) {
    const there = said(standing)
    if (there === this.unanswered || there === said(fields)) {
      this.form.elements.revision.value = revision
      this.saved = there
      this.failures = 0
      if (this.isChanged) this.queue()
      else this.done({ revision, saved: at }, fields)
      return
    }
    this.isStopped = true
    this.keepHere()
    this.say(`${by === '' ? 'Somebody else' : by} saved this part at ${at} while you were writing. Nothing is lost. ${this.whereKept()}`)
    const see = document.createElement('button')
    see.type = 'submit'
    see.name = 'do'
    see.value = 'save'
    see.className = 'govuk-button govuk-button--secondary gt-part__see-both'
    see.textContent = 'See both texts'
    this.status.after(see)
    if (this.isAsked) this.form.requestSubmit(see)
  }

  refused({ message, faults }) {
    this.keepHere()
    if (this.isAsked) {
      // The page says it better, at the fields.
      this.isAsked = false
      this.form.requestSubmit(this.form.querySelector('[data-save]'))
      return
    }
    const why = (faults?.[0]?.message ?? message ?? 'it was refused').replace(/\.$/, '')
    this.say(`Not saved yet: ${why}. ${this.whereKept()}`)
  }

  /** Nobody can change it any more: trying again would never save it. */
  cannotBeSaved({ message }) {
    this.isStopped = true
    this.failures = 0
    this.keepHere()
    this.say(`Not saved, and it cannot be: ${message} Your text is still in this box: copy what you need of it.`)
  }

  /** The tab closes or goes elsewhere: one more try, which goes on without the page. */
  leave() {
    if (!this.isChanged) return
    this.keepHere()
    if (this.isStopped || this.isLeaving) return
    this.unanswered = said(this.fields())
    fetch(this.form.dataset.autosave, { ...this.request(), keepalive: true }).catch(() => undefined)
  }

  /** Said politely, and only when it is something new. */
  say(words, isSaved = false) {
    this.status.toggleAttribute('data-unsaved', !isSaved)
    if (this.status.textContent !== words) this.status.textContent = words
  }
}
