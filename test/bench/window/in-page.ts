import type { Page } from '@playwright/test'

/** Milliseconds from something that the user does until the page has painted what `seen` finds. */
export async function untilPainted(page: Page, act: () => Promise<void>, seen: string): Promise<number> {
  await page.evaluate(
    ([name, selector]) => {
      const store = window as unknown as Record<string, Promise<number>>
      store[name] = new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error(`${selector} has not been seen for a minute`)), 60_000)
        let begin = 0
        const start = (event: Event) => {
          begin ||= event.timeStamp
        }
        for (const kind of ['pointerdown', 'keydown', 'input', 'hashchange'] as const) {
          window.addEventListener(kind, start, { capture: true, once: true })
        }
        const look = () => {
          // Twice: the first frame after the change still has to be painted.
          if (begin > 0 && document.querySelector(selector)) {
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)))
          } else requestAnimationFrame(look)
        }
        look()
      })
    },
    ['benchPainted', seen] as const,
  )
  await act()
  return page.evaluate(() => (window as unknown as Record<string, Promise<number>>)['benchPainted'] ?? 0)
}

/** Scrolls the lines of `list` like a wheel that is turned fast; milliseconds of the longest time between two frames. */
export function longestFrame(page: Page, list: string): Promise<number> {
  return page.evaluate(async selector => {
    const scroller = document.querySelector(selector)?.parentElement
    if (!scroller) throw new Error('nothing to scroll')
    const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
    let longest = 0
    let last = await frame()
    for (let step = 0; step < 60; step += 1) {
      scroller.scrollTop += 300
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    return longest
  }, list)
}
