import { attributes } from './components/markup.ts'
import { html, type Html, type Piece } from './html.ts'
import { statusTag, type Meaning } from './status-tag.ts'

interface Step {
  readonly text: Piece
  readonly state: 'done' | 'doing' | 'to-do' | 'failed'
  /** How far it is, or why it failed. */
  readonly detail?: Piece
}

interface ProgressStepsOptions {
  /** Names the list: "Publishing the agenda". */
  readonly label: string
  readonly steps: readonly Step[]
  readonly id?: string | undefined
}

const states: Record<Step['state'], readonly [text: string, meaning: Meaning]> = {
  done: ['Done', 'good'],
  doing: ['In progress', 'caution'],
  'to-do': ['Not started', 'neutral'],
  failed: ['Failed', 'bad'],
}

/**
 * Work that the product does step by step. Only the sentence above the list is a live region, so that a script that renews the
 * whole has one short thing read out and not the list each time.
 */
export function progressSteps({ label, steps, id }: ProgressStepsOptions): Html {
  return html`<div${attributes({ class: 'gt-steps', id })}><p class="govuk-body gt-steps__now" role="status">${standing(steps)}</p>
<ol class="govuk-list govuk-list--number gt-steps__list" aria-label="${label}">${steps.map(shown)}</ol></div>`
}

function shown({ text, state, detail }: Step): Html {
  const current = state === 'doing' || state === 'failed' ? 'step' : undefined
  return html`<li${attributes({ class: `gt-steps__step gt-steps__step--${state}`, 'aria-current': current })}>
<span class="gt-steps__text">${text}</span> ${statusTag(...states[state])}
${detail !== undefined && html`<div class="gt-steps__detail">${detail}</div>`}</li>`
}

function standing(steps: readonly Step[]): Html {
  const failed = steps.findIndex((step) => step.state === 'failed')
  if (failed >= 0) return html`Step ${failed + 1} of ${steps.length} failed: ${steps[failed]?.text}`
  const doing = steps.findIndex((step) => step.state === 'doing')
  if (doing >= 0) return html`Step ${doing + 1} of ${steps.length}: ${steps[doing]?.text}`
  const done = steps.filter((step) => step.state === 'done').length
  return done === steps.length ? html`Every step is done` : html`${done} of ${steps.length} steps done`
}
