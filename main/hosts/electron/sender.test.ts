import { expect, it } from 'vitest'
import { isOwnPage } from './sender.ts'

const frame = { url: 'app://lobule/#/candidates' }
const own = { mainFrame: frame }

it('takes the top frame of our window on our page for our own', () => {
  expect(isOwnPage({ sender: own, senderFrame: frame }, own)).toBe(true)
})

it.each([
  ['a frame in our page', { sender: own, senderFrame: { url: 'app://lobule/' } }],
  ['a frame that is gone', { sender: own, senderFrame: null }],
  ['another window on our page', { sender: { mainFrame: frame }, senderFrame: frame }],
])('refuses %s', (_who, sender) => {
  expect(isOwnPage(sender, own)).toBe(false)
})

it.each(['https://lobule/', 'app://other/', 'data:text/html,x', 'about:blank', ''])(
  'refuses our window on %j',
  url => {
    const elsewhere = { mainFrame: { url } }
    expect(isOwnPage({ sender: elsewhere, senderFrame: elsewhere.mainFrame }, elsewhere)).toBe(false)
  },
)
