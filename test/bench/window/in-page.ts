import type { Page } from '@playwright/test'

/** Milliseconds from something that the user does until the page has painted what `seen` finds. */
export async function untilPainted(page: Page, act: () => Promise<void>, seen: string): Promise<number> {
  await page.evaluate(
    ([name, selector]) => {
      const store = window as unknown as Record<string, Promise<number>>
      store[name] = new Promise(resolve => {
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
