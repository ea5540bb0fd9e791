import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from './html.ts'
import { page, type Site } from './layout.ts'

const site: Site = {
  name: 'Example County Council',
  navigation: [
    { text: 'Meetings', href: '/meetings' },
    { text: 'Bodies', href: '/bodies' },
  ],
  footer: [{ text: 'Privacy', href: '/privacy' }],
  licence: 'Open source',
  assets: { style: '/assets/x/a.css', script: '/assets/x/a.js', icon: '/assets/x/a.svg' },
}
const content = { path: '/bodies/cabinet', title: 'Cabinet', body: html`<p>Purpose</p>` }

test('a page has a language, a title with the council’s name, one h1 and a main part that the skip link leads to', () => {
  const text = page(site, content).toString()
  assert.match(text, /^<!doctype html>\n<html lang="en-GB"/)
  assert.match(text, /<title>Cabinet – Example County Council<\/title>/)
  assert.equal(text.match(/<h1/g)?.length, 1)
  assert.match(text, /href="#main-content" class="govuk-skip-link"/)
  assert.match(text, /<main [^>]*id="main-content"/)
})

test('the navigation marks the part of the site in which the page stands, and the page itself', () => {
  assert.match(page(site, content).toString(), /href="\/bodies" aria-current="true"/)
  assert.match(page(site, { ...content, path: '/bodies' }).toString(), /href="\/bodies" aria-current="page"/)
  assert.doesNotMatch(page(site, { ...content, path: '/bodies-of-water' }).toString(), /aria-current/)
  const nested = { ...site, navigation: [...site.navigation, { text: 'Map', href: '/bodies/map' }] }
  const inside = page(nested, { ...content, path: '/bodies/map/2023' }).toString()
  assert.deepEqual(inside.match(/href="[^"]*" aria-current/g), ['href="/bodies/map" aria-current'])
})

test('a page under another address of a part is marked as belonging to it', () => {
  const staff = { ...site, navigation: [{ text: 'Your work', href: '/staff' }, { text: 'Reports', href: '/staff/reports', also: ['/staff/papers'] }] }
  const text = page(staff, { ...content, path: '/staff/papers/7' }).toString()
  assert.deepEqual(text.match(/href="[^"]*" aria-current="[a-z]+"/g), ['href="/staff/reports" aria-current="true"'])
})

test('hostile text in a title, a name or an address stays text', () => {
  const hostile = '"><script>alert(1)</script>'
  const account = { kind: 'signed-in', name: hostile, signOut: hostile, token: { field: hostile, value: hostile } } as const
  const links = { crumbs: [{ text: hostile, href: hostile }], alternates: [{ type: hostile, href: hostile, title: hostile }] }
  const text = page(
    { ...site, name: hostile, banner: { tag: hostile, text: hostile }, account },
    { path: hostile, title: hostile, body: html`${hostile}`, description: hostile, ...links },
  ).toString()
  assert.doesNotMatch(text, /<script>/)
  assert.equal(text.match(/<script /g)?.length, 1)
})

test('a page needs no script or style of its own, so the strictest policy fits it', () => {
  const text = page({ ...site, account: { kind: 'signed-out', signIn: '/sign-in' } }, content).toString()
  assert.doesNotMatch(text, /\sstyle="|<style|\son[a-z]+="|javascript:/)
  assert.match(text, /<script type="module" src="\/assets\/x\/a\.js"><\/script>/)
})

test('the title says first that a form has faults', () => {
  assert.match(page(site, { ...content, hasFaults: true }).toString(), /<title>Error: Cabinet – /)
  assert.match(page(site, { ...content, within: ['Bodies'] }).toString(), /<title>Cabinet – Bodies – Example County Council<\/title>/)
})

test('someone signed in sees their name and can sign out with a protected form', () => {
  const token = { field: 'csrf', value: 'secret' }
  const text = page({ ...site, account: { kind: 'signed-in', name: 'Morgan Ellery', signOut: '/sign-out', token } }, content).toString()
  assert.match(text, /<form class="gt-account" method="post" action="\/sign-out"><input type="hidden" name="csrf" value="secret">/)
  assert.match(text, /Signed in as <bdi>Morgan Ellery<\/bdi>/)
})

test('a site with another part beside it has a line for that and for who is signed in, a menu button that only a script shows, and the scripts that it brings', () => {
  const account = { kind: 'signed-in', name: 'Morgan Ellery', signOut: '/sign-out', token: { field: 'csrf', value: 'secret' } } as const
  const text = page({ ...site, account, elsewhere: { text: 'Public site', href: '/' }, scripts: ['/assets/x/editor.js'] }, content).toString()
  assert.match(text, /<nav [^]*<button type="button"[^>]*hidden[^>]*>Menu<[^]*href="\/bodies"[^]*<\/nav>[^]*Signed in as <bdi>Morgan Ellery[^]*<a class="govuk-link" href="\/">Public site<\/a>/)
  assert.doesNotMatch(page(site, content).toString(), />Menu</)
  assert.match(text, /<script type="module" src="\/assets\/x\/editor\.js"><\/script>/)
})
