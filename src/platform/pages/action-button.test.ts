import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actionButton } from './action-button.ts'

const token = { field: 'csrf', value: 'secret' }
const move = { action: '/staff/meetings/1/items/3/move', token, text: 'Move up' } as const

test('a deed is a form that posts, with the proof that it came from our page and what it is about', () => {
  const text = actionButton({ ...move, fields: { revision: '4', to: '"2"' } }).toString()
  assert.match(text, /^<form class="gt-action" method="post" action="\/staff\/meetings\/1\/items\/3\/move"><input type="hidden" name="csrf" value="secret">/)
  assert.match(text, /<input type="hidden" name="revision" value="4"><input type="hidden" name="to" value="&quot;2&quot;">/)
  assert.match(text, /<button type="submit" data-prevent-double-click="true" class="govuk-button" data-module="govuk-button">Move up<\/button><\/form>$/)
})

test('twenty buttons with the same word are told apart by those who only hear them', () => {
  const text = actionButton({ ...move, about: 'item 3, <Budget>' }).toString()
  assert.match(text, />Move up<span class="govuk-visually-hidden"> item 3, &lt;Budget&gt;<\/span><\/button>/)
})

test('a deed beside the main one and one with consequences look different', () => {
  assert.match(actionButton({ ...move, kind: 'secondary', id: 'up-3' }).toString(), /class="govuk-button govuk-button--secondary" .*id="up-3"/)
  assert.match(actionButton({ ...move, kind: 'warning' }).toString(), /class="govuk-button govuk-button--warning"/)
})
