import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { orderlyClosing } from './closing.ts'

/** A host whose store takes as long to close as the test lets it. */
function startHost() {
  const told: string[] = []
  let finish = () => {}
  const closed = new Promise<void>(resolve => {
    finish = resolve
  })
  const closing = orderlyClosing({
    close: () => {
      told.push('close')
      return closed
    },
    hurry: () => void told.push('hurry'),
    say: () => void told.push('say'),
    ended: () => void told.push('ended'),
  })
  return { told, closing, finish }
}

const LONGER_THAN_UNSAID = 400

describe('closing a host', () => {
  it('goes once the store is closed, and says nothing where that is quick', async () => {
    const { told, closing, finish } = startHost()
    expect(closing.ask()).toBe(false)
    finish()
    await expect.poll(() => told).toEqual(['close', 'ended'])
    expect(closing.ask()).toBe(true)
    await pause(LONGER_THAN_UNSAID)
    expect(told).toEqual(['close', 'ended'])
  })

  it('says that it takes a while, and does not wait any longer when asked again', async () => {
    const { told, closing, finish } = startHost()
    closing.ask()
    await expect.poll(() => told).toEqual(['close', 'say'])
    expect(closing.ask()).toBe(false)
    expect(told).toEqual(['close', 'say', 'hurry'])
    finish()
    await expect.poll(() => told.at(-1)).toBe('ended')
  })

  it('takes a double click for one', () => {
    const { told, closing } = startHost()
    closing.ask()
    closing.ask()
    expect(told).toEqual(['close'])
  })
})
